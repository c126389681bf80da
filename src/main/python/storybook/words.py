"""A byte-level BPE tokenizer in CLIP's file format, learned from the world's captions."""

import json
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers
from transformers import CLIPTokenizer

from .networks import TOKENS

START, END = "<|startoftext|>", "<|endoftext|>"
SPLIT = r"'s|'t|'re|'ve|'m|'ll|'d|[\p{L}]+|[\p{N}]|[^\s\p{L}\p{N}]+"  # CLIP's own pattern

# Words that the captions may lack but people type; each is worth some captions when merges are counted.
PLAIN_ENGLISH = """
a about above across after all along also among an and another any are around as at away back be beautiful behind
below beside between big black blue both bright brown but by can cloudy cold colour color colourful colorful dark
day deep distant drawing drawn dusk each early evening ever every far few for foreground four five from front full
garden gold golden grass gray great green grey happy has have her here high him his home horizon hot huge in inside
into is it its just kind lake landscape large late left light like line little lonely long lot lovely made many
meadow middle misty more morning most my near new next nice night no noon not of off old on one open orange other
our out outside over painted painting paper park people picture pink place pretty purple quiet red right river rocks
sand scene sea sharp shore side silver simple sitting six sky small snow some soft spring standing stars stone
storybook style summer sunny sunrise sunset tall than that the their them there these they thick thin this three
tiny to town tree trees two under up very view village violet walking wall warm water wave waves we wet which white
wide wild wind winter with without wood wooden yellow young your
""".split()


def learn(captions: Iterable[str], folder: Path, merges: int = 1400) -> None:
    """Writes vocab.json, merges.txt and the two small configurations to the folder."""
    tokenizer = Tokenizer(models.BPE(end_of_word_suffix="</w>"))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFC(), normalizers.Lowercase()])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(SPLIT), behavior="removed", invert=True),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    letters = byte_letters()
    trainer = trainers.BpeTrainer(
        vocab_size=2 * len(letters) + merges,
        min_frequency=2,
        initial_alphabet=letters,
        end_of_word_suffix="</w>",
        show_progress=False,
    )
    text = list(captions)
    weight = max(2, len(text) // 500)
    tokenizer.train_from_iterator(text + [" ".join(PLAIN_ENGLISH)] * weight, trainer)
    learned = [tuple(pair) for pair in json.loads(tokenizer.to_str())["model"]["merges"]][:merges]
    tokens = letters + [letter + "</w>" for letter in letters] + ["".join(pair) for pair in learned] + [START, END]
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary = {token: number for number, token in enumerate(dict.fromkeys(tokens))}
    (folder / "vocab.json").write_text(json.dumps(vocabulary, ensure_ascii=False))
    (folder / "merges.txt").write_text("#version: 0.2\n" + "".join(f"{a} {b}\n" for a, b in learned))
    special = {"bos_token": START, "eos_token": END, "unk_token": END, "pad_token": END}
    (folder / "special_tokens_map.json").write_text(json.dumps(special, indent=2) + "\n")
    settings = {"tokenizer_class": "CLIPTokenizer", "model_max_length": TOKENS, "do_lower_case": True, **special}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings, indent=2) + "\n")


def byte_letters() -> list[str]:
    """The 256 printable stand-ins for bytes, in CLIP's order: those that print as themselves first."""
    plain = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    moved = [chr(256 + n) for n in range(256 - len(plain))]
    return [chr(b) for b in plain] + moved


def load(folder: Path) -> CLIPTokenizer:
    return CLIPTokenizer.from_pretrained(folder)
