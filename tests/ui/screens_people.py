"""The screens of people who share a computer, from Siapa Anda? to a PIN that may be taken off."""

from collections.abc import Iterator

from asnquiz.usecases.guard_profile import remove_pin
from tests.ui.conftest import Opened
from tests.ui.people import PIN, add, enter

_LONG = "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia Kabupaten Contoh"


def people_screens(opened: Opened) -> Iterator[str]:
    """Opens each of them, and ends with the person who was there."""
    walker, store = opened.walker, opened.learning.store
    name = opened.profile.person.name or "Tamu"
    guarded = add(opened, "Budi Santoso bin Abdurrahman, S.STP., M.Si.", unit=_LONG, pin=PIN)
    add(opened, None)
    walker.press("Pengaturan")
    walker.press("Buka orang dan PIN")
    yield "orang"
    walker.write("PIN baru", "12")
    walker.press("Pasang PIN")
    yield "orang-pin-salah"
    walker.press("Ganti orang")
    yield "siapa-anda"
    walker.press("Orang baru")
    yield "mulai-orang-baru"
    walker.press("Kembali")
    walker.press("Budi")
    yield "pin"
    for _ in range(3):
        enter(opened, "1111")
    yield "pin-tunggu"
    walker.press("Catat bahwa PIN lupa")
    yield "pin-lupa"
    store.change_guard(guarded.id, lambda guard: guard.seen(0).seen(10**15))
    walker.press("Bukan saya")
    walker.press("Budi")
    yield "pin-lepas"
    enter(opened, PIN)
    yield "pin-ada-yang-mencatat"
    walker.press("Mengerti")
    yield "beranda-dengan-kunci"
    walker.press("Pengaturan")
    walker.press("Buka orang dan PIN")
    yield "orang-pin"
    walker.press("Hapus PIN")
    yield "orang-pin-tanya"
    walker.press("Batal")
    walker.press("Kunci")
    opened.journey.show_person(remove_pin(guarded, store))
    walker.press(name)
