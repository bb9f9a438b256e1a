#!/usr/bin/env python3
"""Makes a large Dutch community, the same for a seed: pages full of compounds, and a glossary.

    make_dutch.py OUT [--seed 1] [--pages 15000]

It is no repository. Every pair of the nouns below may be one word, as Dutch writes them, with or without a letter between.
"""
import argparse
import pathlib
import random

SETTINGS = 'format: 1\nname: Kennis\nlanguage: nl\nlanguages: [nl, en]\n'
SMALL = """de het een van en in op voor met dat die niet aan bij ook maar wordt naar deze kan moet is zijn er om dan als of uit over tot
we je wat hoe waar wanneer wie welke door hebben heeft worden kunnen nog wel geen meer na te""".split()
NOUNS = """kennis vraag antwoord archief postbus bericht besluit praktijk bestand map vergadering afspraak overleg beheer toegang gebruik
project dossier document regel termijn selectie lijst bewaring overdracht systeem gegevens organisatie gemeente provincie ministerie
burger klant zaak proces beleid plan verslag onderzoek rapport controle audit risico incident melding storing dienst product kwaliteit
norm model ontwerp bouw test uitvoering planning budget contract inkoop levering leverancier beheerder eigenaar gebruiker medewerker
collega team groep netwerk gemeenschap bijeenkomst training opleiding handleiding werkwijze richtlijn voorbeeld sjabloon formulier scan
beeld foto kaart register index zoek taal tekst woord begrip term thema onderwerp bron link verwijzing versie wijziging""".split()
VERBS = """bewaren zoeken vinden delen schrijven lezen maken gebruiken beheren controleren plannen leveren melden openen sluiten kiezen
vragen antwoorden besluiten vastleggen overdragen exporteren scannen selecteren vernietigen publiceren bespreken uitwerken toepassen""".split()
LINKS = ["", "", "", "s", "en"]
NOW_AND_THEN = 0.3


def words(rng):
    """A word: small ones, nouns, verbs, and compounds, of which some are much used and most hardly."""
    compounds = [one + rng.choice(LINKS) + other for one in NOUNS for other in NOUNS if one != other]
    rng.shuffle(compounds)
    content = NOUNS + VERBS + compounds
    weights = [1.0 / (rank + 8) for rank in range(len(content))]
    pool = [rng.choice(SMALL) if rng.random() < 0.45 else None for _ in range(400_000)]
    filled = rng.choices(content, weights, k=len(pool))
    return [small or word for small, word in zip(pool, filled)]


def take(pool, rng, most):
    start = rng.randrange(len(pool) - most)
    return pool[start:start + rng.randint(max(1, most // 3), most)]


def sentence(pool, rng):
    return " ".join(take(pool, rng, 20)).capitalize() + "."


def page(pool, rng):
    title = " ".join(take(pool, rng, 6)).capitalize()
    lines = ["---", f"title: {title}", f"tags: [{rng.choice(NOUNS)}, {rng.choice(NOUNS)}]", "---", "", f"# {title}", ""]
    # As long as the pages of the reference, on average: what a look at every file costs is compared with reading them.
    for _ in range(rng.randint(8, 30)):
        if rng.random() < NOW_AND_THEN:
            lines += ["## " + " ".join(take(pool, rng, 5)).capitalize(), ""]
        lines += [" ".join(sentence(pool, rng) for _ in range(rng.randint(1, 5))), ""]
    return "\n".join(lines)


def term(noun, rng):
    others = ", ".join(rng.sample(NOUNS, 3))
    return f"---\ntitle: {noun.capitalize()}\nsynonyms: [{others}, {noun}werk]\n---\n\n# {noun.capitalize()}\n\nWat {noun} is.\n"


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("out", type=pathlib.Path)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--pages", type=int, default=15_000)
    args = options.parse_args()
    rng = random.Random(args.seed)
    pool = words(rng)
    files = {"community.yaml": SETTINGS}
    for number in range(args.pages):
        files[f"praktijken/deel-{number // 250}/werkwijze-{number}.md"] = page(pool, rng)
    files |= {f"begrippen/{noun}.md": term(noun, rng) for noun in NOUNS[:40]}
    for path, text in files.items():
        place = args.out / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text)


if __name__ == "__main__":
    main()
