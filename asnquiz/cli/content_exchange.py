"""`asnquiz content export` and `content import`: questions in the forms of other programs, with every loss told."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from asnquiz.domain.pack import Pack
from asnquiz.domain.plain import to_plain
from asnquiz.domain.question import Brought, Carried, Loss, Question, question_of
from asnquiz.domain.refusal import Refusal
from asnquiz.domain.wording import harmless, number_words
from asnquiz.usecases.bring_in import BroughtIn
from asnquiz.usecases.hand_over import refuse_taken
from asnquiz.usecases.local_ports import QuestionForm

# By the word of `--format`; a form is made when it is used.
Forms = Mapping[str, Callable[[Callable[[], Pack]], QuestionForm]]

_EXPORT = (
    "Menulis soal ke berkas untuk program lain dan menyebut, soal demi soal, apa yang tidak terbawa. Bawaan: semua "
    "soal dari paket yang dipakai, juga tambahan setempat."
)
_IMPORT = (
    "Memasukkan soal dari berkas program lain ke konsep di “Soal setempat” dan menyebut, soal demi soal, apa yang "
    "tidak terbawa. Berkas yang rusak ditolak seluruhnya. Konsep yang sudah ada tidak diubah tanpa --replace."
)


def add_exchange_commands(
    actions: "argparse._SubParsersAction[Any]",
    *,
    forms: Forms,
    open_pack: Callable[[argparse.Namespace], Pack],
    known_pack: Callable[[argparse.Namespace], Pack],
    read: Callable[[Path], bytes],
    save: Callable[[Path, bytes], None],
    bring_in: Callable[[argparse.Namespace, Brought], BroughtIn],
) -> None:
    """Adds `export` and `import`; see asnquiz.cli.score.add_commands on what they leave.

    `open_pack` gives the pack in use, or the one in the folder `path`, and `known_pack` the one that drafts rest on;
    `read` and `save` are of whole files. All of them raise Refusal.
    """
    exporting = actions.add_parser("export", help="menulis soal untuk program lain", description=_EXPORT)
    exporting.add_argument("--out", type=Path, required=True, metavar="FILE", help="berkas baru untuk soal itu")
    exporting.add_argument("--path", type=Path, metavar="PATH", help="folder paket; bawaan: paket yang dipakai")
    exporting.add_argument("--ids", nargs="+", metavar="ID", help="hanya soal dengan id ini")
    exporting.set_defaults(run=lambda args: _export(args, forms[args.format], open_pack(args), save))
    importing = actions.add_parser("import", help="memasukkan soal dari program lain", description=_IMPORT)
    importing.add_argument("file", type=Path, metavar="FILE", help="berkas soal itu")
    importing.add_argument("--replace", action="store_true", help="mengganti konsep yang id-nya sama")
    importing.set_defaults(
        run=lambda args: _import(args, forms[args.format](partial(known_pack, args)), read, bring_in)
    )
    for parser in (exporting, importing):
        parser.add_argument("--format", choices=tuple(forms), required=True, help="bentuk berkas itu")
        parser.add_argument("--json", action="store_true", help="cetak satu objek JSON")


def _export(
    args: argparse.Namespace,
    form_for: Callable[[Callable[[], Pack]], QuestionForm],
    pack: Pack,
    save: Callable[[Path, bytes], None],
) -> int:
    form = form_for(lambda: pack)
    refuse_taken(args.out)
    questions = _questions(pack, args.ids)
    carried = form.write(questions)
    count = _count(form, questions, carried)
    if count:
        save(args.out, carried.content)
        told = f"{number_words(count)} soal tersimpan di {harmless(str(args.out))}."
    else:
        told = f"Tidak ada soal yang dapat dimuat {form.name}, jadi tidak ada berkas yang ditulis."
    _print(args, count, carried.losses, told)
    return 0 if count else 1


def _count(form: QuestionForm, questions: Sequence[Question], carried: Carried) -> int:
    """How many questions whoever reads the file finds in it."""
    if carried.content == form.write(()).content:
        return 0
    return len(form.read(carried.content).questions) if form.read else len(questions)


def _questions(pack: Pack, ids: Sequence[str] | None) -> list[Question]:
    if ids is None:
        chosen = list(pack.items)
    else:
        if unknown := [id_ for id_ in ids if id_ not in pack.item_by_id]:
            raise Refusal(f"Soal berikut tidak ada di paket itu: {', '.join(unknown)}. Periksa ejaannya.")
        chosen = [pack.item_by_id[id_] for id_ in dict.fromkeys(ids)]
    images = {image.name: image for image in pack.images}
    return [question_of(item, images) for item in chosen]


def _import(
    args: argparse.Namespace,
    form: QuestionForm,
    read: Callable[[Path], bytes],
    bring_in: Callable[[argparse.Namespace, Brought], BroughtIn],
) -> int:
    if form.read is None:
        raise Refusal(f"{form.name} hanya dapat ditulis, tidak dapat dibaca.")
    brought = form.read(read(args.file))
    taken = bring_in(args, brought)
    told = f"{number_words(taken.drafts)} soal masuk ke konsep di “Soal setempat”."
    _print(args, taken.drafts, taken.losses, told if brought.questions else "Tidak ada soal di berkas ini.")
    return 0 if brought.questions else 1


def _print(args: argparse.Namespace, count: int, losses: Sequence[Loss], told: str) -> None:
    if args.json:
        print(json.dumps({"format": args.format, "questions": count, "losses": to_plain(tuple(losses))}))
        return
    for loss in losses:
        print(harmless(f"{loss.item}: {loss.message}"))
    print(told)
    if losses:
        print(f"{number_words(len(losses))} catatan di atas menyebut apa yang tidak terbawa atau berubah.")
