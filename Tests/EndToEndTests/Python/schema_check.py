"""Holds JSON Lines against a schema: schema_check.py SCHEMA FILE.

Strictly: a member that the schema does not name counts as a fault here, though readers have to allow it. Prints each fault
and the number of lines; ends with 1 where there is a fault.
"""
import json
import sys

from jsonschema import Draft202012Validator


def strict(schema):
    """The schema without room for members that it does not name."""
    if isinstance(schema, dict):
        closed = {name: strict(value) for name, value in schema.items()}
        if "properties" in closed:
            closed["additionalProperties"] = False
        return closed
    return [strict(value) for value in schema] if isinstance(schema, list) else schema


def main(schema_path, lines_path):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(strict(schema))
    count = faults = 0
    with open(lines_path, encoding="utf-8") as lines:
        for count, line in enumerate(lines, 1):
            for error in validator.iter_errors(json.loads(line)):
                faults += 1
                print(f"line {count}: {error.json_path}: {error.message[:200]}")
    print(f"{count} lines, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
