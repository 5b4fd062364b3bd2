"""For deploy/spark/test: what must hold of two runs of extract.py, without and with executors killed.

    check.py CALM KILLED BARE DOCUMENTS     BARE is what the bare command wrote
"""
import sys

from pyspark.sql import SparkSession, functions as F

TABLES = ["annotations", "mentions", "roles", "quotes", "dates"]


def main(calm, killed, bare, documents):
    spark = SparkSession.builder.appName("entitywire-check").config("spark.ui.enabled", False).getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    faults = []

    def expect(holds, what):
        print(("ok    " if holds else "WRONG ") + what)
        if not holds:
            faults.append(what)

    def read(folder, table):
        # Not as a date: what is unknown would become null.
        return spark.read.option("basePath", f"{folder}/{table}").parquet(f"{folder}/{table}")

    def lines(folder, table):
        return read(folder, table).select(F.to_json(F.struct("*")).alias("line"))

    rows = read(killed, "annotations")
    # One line has no id: it is no JSON.
    expect(rows.count() == documents, f"{documents} rows, one for each line")
    keys = rows.where("id IS NOT NULL").agg(F.count("id"), F.countDistinct("id")).first()
    expect(tuple(keys) == (documents - 1, documents - 1), f"each of {documents - 1} keys once")
    codes = sorted(row.code for row in rows.where("error IS NOT NULL").select("error.code").collect())
    expect(codes == ["extractor_died", "malformed", "time_limit"], f"exactly three errors: {codes}")
    for table in TABLES:
        one, other = lines(calm, table), lines(killed, table)
        same = one.exceptAll(other).isEmpty() and other.exceptAll(one).isEmpty()
        expect(same, f"{table}: {other.count()} rows, the same without kills")
    columns = rows.drop("date").schema
    filtered = spark.read.text(bare).select(F.from_json("value", columns, {"mode": "FAILFAST"}).alias("r")).select("r.*")
    written = rows.drop("date").select(*filtered.columns)
    # The message of a line without an id has its number, which is another in each part.
    one, other = (each.where("id IS NOT NULL").select(F.to_json(F.struct("*")).alias("line")) for each in (filtered, written))
    expect(one.exceptAll(other).isEmpty() and other.exceptAll(one).isEmpty(), "the same as the bare command's")
    spark.stop()
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4], int(sys.argv[4])))
