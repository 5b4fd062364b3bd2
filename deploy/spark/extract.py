"""Extracts an archive with Spark: annotations and tables of facts as Parquet.

    spark-submit extract.py INPUT OUTPUT [--keep source,url] [--entitywire /opt/entitywire/bin/entitywire]

INPUT is JSON Lines (what `entitywire submit` takes) or Parquet with such columns; README.md says the rest.
"""
import argparse
import pathlib
import subprocess
import threading
import time

from pyspark.sql import SparkSession, functions as F

TABLES = {
    "mentions": "f.start, f.end, f.text, f.type, f.subtype, f.kind, f.confidence, e.name, e.globalId, e.country",
    "roles": "f.start, f.end, f.text, f.office, f.country, e.name AS holder, e.globalId, o.name AS organization",
    "quotes": "f.start, f.end, f.text, f.kind, f.cue, f.speakerText, e.name AS speaker, e.globalId",
    "dates": "f.start, f.end, f.text, f.type, f.value, f.resolved",
}
ENTITY = {"mentions": "entity", "roles": "holder", "quotes": "speaker"}


def run_filter(lines, command):
    """The filter's lines for the lines of one partition; whatever else happens fails the task, and Spark repeats it."""
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    sent, faults = [0], []

    def send():
        try:
            with process.stdin:
                for line in lines:
                    process.stdin.write(line.encode() + b"\n")
                    sent[0] += 1
        except Exception as fault:  # told to the task below
            faults.append(fault)
            process.kill()

    sender = threading.Thread(target=send, daemon=True)
    sender.start()
    received = 0
    try:
        for line in process.stdout:
            received += 1
            yield (line.decode(),)
        sender.join()
        if faults or process.wait() != 0 or received != sent[0]:
            raise RuntimeError(f"{command[0]}: {sent[0]} lines in, {received} out, status {process.returncode}: {faults}")
    finally:
        process.kill()


def reference(field):
    return f"get(filter(annotation.entities, e -> e.id = f.{field}), 0)"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("input")
    options.add_argument("output")
    options.add_argument("--format", choices=["jsonl", "parquet"], default="jsonl")
    options.add_argument("--keep", default="", help="fields of the input to give back, as strings")
    options.add_argument("--partitions", type=int, help="parts of the work, of some 1,000 documents each")
    options.add_argument("--time-limit", default="60")
    options.add_argument("--entitywire", default="entitywire", help="the program, on each machine")
    options = options.parse_args()
    spark = SparkSession.builder.appName("entitywire-extract").getOrCreate()
    start = time.monotonic()
    if options.format == "parquet":
        lines = spark.read.parquet(options.input).select(F.to_json(F.struct("*")).alias("value"))
    else:
        lines = spark.read.text(options.input, lineSep="\n")
    if options.partitions:
        lines = lines.repartition(options.partitions)
    command = [options.entitywire, "extract", "--stream", "--jobs", "1", "--quiet", "--time-limit", options.time_limit]
    columns = (pathlib.Path(__file__).parent / "line.ddl").read_text()
    for field in filter(None, options.keep.split(",")):
        columns = f"`{field}` STRING,\n{columns}"
    if options.keep:
        command += ["--keep", options.keep]
    made = lines.rdd.map(lambda row: row.value).mapPartitions(lambda part: run_filter(part, command))
    rows = spark.createDataFrame(made, "line STRING")
    rows = rows.select(F.from_json("line", columns, {"mode": "FAILFAST"}).alias("row")).select("row.*")
    rows = rows.withColumn("date", F.coalesce("annotation.published.value", F.lit("unknown")))
    rows.write.partitionBy("date").parquet(f"{options.output}/annotations")
    print(f"annotations: {time.monotonic() - start:.1f} s", flush=True)
    # From what was written, so that nothing is extracted twice.
    stored = spark.read.parquet(f"{options.output}/annotations")
    for table, members in TABLES.items():
        facts = stored.select("id", "document", "date", "annotation", F.explode(f"annotation.{table}").alias("f"))
        if table in ENTITY:
            facts = facts.withColumn("e", F.expr(reference(ENTITY[table])))
        if table == "roles":
            facts = facts.withColumn("o", F.expr(reference("organization")))
        columns = [F.expr(member) for member in members.split(", ")]
        facts.select("id", "document", "date", *columns).write.partitionBy("date").parquet(f"{options.output}/{table}")
    print(f"all tables: {time.monotonic() - start:.1f} s", flush=True)
    spark.stop()


if __name__ == "__main__":
    main()
