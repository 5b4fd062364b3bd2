"""Counts entities, and who stands with whom, over what extract.py wrote.

    spark-submit count.py OUTPUT [--types PERSON,ORG] [--together 3]

Writes OUTPUT/entities (globalId, type, name, documents, mentions) and OUTPUT/together (one, other, documents): two
entities stand together in each document that names both. A text that the archive has twice counts once.
"""
import argparse

from pyspark.sql import SparkSession, functions as F


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("output")
    options.add_argument("--types", default="PERSON,ORG", help="the types to put together")
    options.add_argument("--together", type=int, default=3, help="the fewest documents of a pair")
    options = options.parse_args()
    spark = SparkSession.builder.appName("entitywire-count").getOrCreate()
    mentions = spark.read.parquet(f"{options.output}/mentions").where("globalId IS NOT NULL")
    mentions = mentions.dropDuplicates(["document", "start", "end"])
    named = mentions.groupBy("globalId", "type", "name", "document").agg(F.count("*").alias("mentions"))
    names = named.groupBy("globalId", "name").agg(F.count("*").alias("uses"))
    # The name that most documents use; of two, the first in the alphabet.
    best = names.groupBy("globalId").agg(F.expr("min_by(name, struct(-uses, name))").alias("name"))
    counts = named.groupBy("globalId", "type").agg(
        F.countDistinct("document").alias("documents"), F.sum("mentions").alias("mentions"))
    counts.join(best, "globalId").write.parquet(f"{options.output}/entities")
    present = mentions.where(F.col("type").isin(options.types.split(","))).select("document", "globalId").distinct()
    one = present.withColumnRenamed("globalId", "one")
    other = present.withColumnRenamed("globalId", "other")
    pairs = one.join(other, "document").where("one < other").groupBy("one", "other")
    pairs.agg(F.count("*").alias("documents")).where(F.col("documents") >= options.together).write.parquet(
        f"{options.output}/together")
    spark.stop()


if __name__ == "__main__":
    main()
