"""What a window manager does for whoever types: the window that stands foremost has the keys. Xlib by ctypes."""

import ctypes

_VIEWABLE = 2
_TO_PARENT = 2


class _Attributes(ctypes.Structure):
    """XWindowAttributes, as far as it is read; the last field is room for what follows."""

    _fields_ = (
        ("geometry", ctypes.c_int * 5),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("drawing", ctypes.c_int * 4),
        ("planes", ctypes.c_ulong * 2),
        ("save_under", ctypes.c_int),
        ("colours", ctypes.c_ulong),
        ("map_installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("masks", ctypes.c_long * 3),
        ("override_redirect", ctypes.c_int),
        ("rest", ctypes.c_void_p * 4),
    )


class Foremost:
    """Gives the keys of a display without a window manager to its foremost window; lists that drop down need none."""

    def __init__(self) -> None:
        self._x = ctypes.CDLL("libX11.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XDefaultRootWindow.restype = ctypes.c_ulong
        self._ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda _display, _error: 0)
        self._x.XSetErrorHandler(self._ignore)  # a window may go while it is looked at
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))
        self._root = ctypes.c_ulong(self._x.XDefaultRootWindow(self._display))

    def give_keys(self) -> None:
        """Does nothing where the foremost window has them."""
        has, revert = ctypes.c_ulong(), ctypes.c_int()
        self._x.XGetInputFocus(self._display, ctypes.byref(has), ctypes.byref(revert))
        front = next((one for one in reversed(self._windows()) if self._takes_keys(one)), None)
        if front is not None and front != has.value:
            self._x.XSetInputFocus(self._display, ctypes.c_ulong(front), _TO_PARENT, ctypes.c_ulong(0))
            self._x.XSync(self._display, 0)

    def symbol(self, name: str) -> int:
        """The number of a key by its name, as in keysymdef.h."""
        return int(self._x.XStringToKeysym(name.encode()))

    def _windows(self) -> list[int]:
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        found = ctypes.POINTER(ctypes.c_ulong)()
        places = (ctypes.byref(one) for one in (root, parent, found, count))
        self._x.XQueryTree(self._display, self._root, *places)
        windows = list(found[: count.value])
        self._x.XFree(found)
        return windows

    def _takes_keys(self, window: int) -> bool:
        read = _Attributes()
        if not self._x.XGetWindowAttributes(self._display, ctypes.c_ulong(window), ctypes.byref(read)):
            return False
        return bool(read.map_state == _VIEWABLE and not read.override_redirect)
