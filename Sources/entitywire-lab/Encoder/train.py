#!/usr/bin/env python3
"""Trains the encoder on the prepared corpora (prepare.py), on the CPU or an accelerator.

usage: train.py --data FOLDER --output FILE [options]       trains, judges on the dev parts, saves
       train.py --data FOLDER --output FILE --mean A --mean B   averages trained models of one start
       train.py --data FOLDER --judge FILE [--round]        judges, as it is or rounded as the program computes
"""
import argparse, json, os, time
import numpy as np
import torch
from judge import counts, f1, predict
from model import Encoder
from packed import pack
from steps import Steps
from texts import Texts


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--data", required=True)
    add("--output")
    add("--judge")
    add("--packed", help="write the model in few bytes too, in parts with this name")
    add("--round", action="store_true", help="judge the rounded model as well")
    add("--mean", action="append", default=[], help="models to average")
    add("--teacher", action="append", default=[], help="models whose mean probabilities are learnt as well")
    add("--without", action="append", default=[], help="corpora to leave out; they are not judged either")
    add("--unseen", action="append", default=[], help="corpora that are not trained on but judged")
    add("--layers", default="all", help="numbers of the base's layers to keep, with commas")
    add("--epochs", type=float, default=8)
    add("--seconds", type=float, default=1e9, help="an end by time: the rate falls to 0 by then")
    add("--batch", type=int, default=12288, help="pieces of a batch")
    add("--rate", type=float, default=2e-4)
    add("--lost", type=float, default=0.02, help="the share of pieces hidden at random")
    add("--rounding", type=float, default=1.0, help="from this share of the training on with rounded numbers")
    add("--seed", type=int, default=1)
    add("--silent", action="store_true", help="do not judge")
    add("--plain", action="store_true", help="do not record graphs on an accelerator")
    add("--steps", type=int, default=0, help="stop after so many steps; for tests")
    return parser.parse_args()


def load_base(folder):
    return dict(np.load(os.path.join(folder, "base.npz")))


def make(base, texts, layers):
    return Encoder(base, len(texts.guides), layers).to(texts.device)


def load(path, base, texts):
    saved = torch.load(path, map_location=texts.device)
    model = make(base, texts, saved["layers"])
    state = saved["state"]
    guide = torch.zeros_like(model.guide)
    for index, name in enumerate(texts.guides):
        guide[index] = state["guide"][saved["guides"].index(name) if name in saved["guides"] else 0]
    model.load_state_dict({**state, "guide": guide}, strict=False)
    return model, saved["layers"]


def save(model, texts, layers, path):
    torch.save({"state": model.state_dict(), "layers": layers, "guides": texts.guides}, path)


def train(options, base, texts):
    layers = list(range(int(base["sizes"][1]))) if options.layers == "all" else [int(v) for v in options.layers.split(",")]
    torch.manual_seed(options.seed)
    rng = np.random.default_rng(options.seed)
    model = make(base, texts, layers)
    steps = Steps(model, [load(path, base, texts)[0].eval() for path in options.teacher], texts, options)
    kept = {k: v["share"] for k, v in texts.about.items()}
    for name in options.unseen:
        texts.about[name]["share"] = 0
    started, step, total, losses, progress = time.time(), 0, None, [], 0.0
    while progress < 1:
        rows = texts.epoch(rng)
        groups = texts.batches(rows, options.batch, rng)
        total = total or max(1, int(len(groups) * options.epochs))
        for length, group in groups:
            progress = max(step / total, (time.time() - started) / options.seconds)
            if progress >= 1 or (options.steps and step >= options.steps):
                progress = 1
                break
            model.set_rounding(progress >= options.rounding)
            steps.set_rate(options.rate * min(1, (step + 1) / 200) * (1 - progress))
            loss = steps.take(texts.batch(rows[group], length, options.batch // length))
            step += 1
            if step % 50 == 0:
                losses.append(float(loss.detach()))
            if step % 500 == 0:
                print(f"step {step} of {total}, loss {np.mean(losses[-10:]):.4f}, {time.time() - started:.0f} s", flush=True)
    for name, share in kept.items():
        texts.about[name]["share"] = share
    print(f"{step} steps, {step / total * options.epochs:.2f} epochs, {time.time() - started:.0f} s", flush=True)
    model.set_rounding(False)
    return model, layers


MIXES = {"own": None, "any": ["any"], "western": ["uner", "wikigold"], "news": ["worldwide"],
         "mean": ["worldwide", "uner", "wikigold"], "mean-any": ["worldwide", "any"]}


def judge(model, texts, title, mixes=MIXES):
    """Prints F1 of each dev part under several guides."""
    results = {}
    for name, about in texts.about.items():
        row = {}
        for mix, guides in mixes.items():
            if guides and mix != "any" and (about["language"] != "en" or not set(guides) <= set(texts.guides)):
                continue
            chosen = guides or [about["guide"]]
            guide = torch.stack([model.guide[texts.guides.index(g)] for g in chosen]).mean(0).detach()
            row[mix] = counts(predict(model, texts, name, guide, autocast=texts.device == "cuda"), texts, name)
        results[name] = {mix: table.tolist() for mix, table in row.items()}
        kinds = " ".join(f"{f1(kind):.1f}" for kind in row["own" if "own" in row else "any"])
        print(f"{title} {name}: " + " ".join(f"{mix} {f1(table):.2f}" for mix, table in row.items()) + f" ({kinds})", flush=True)
    return results


def main():
    options = arguments()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_float32_matmul_precision("high")
    base = load_base(options.data)
    texts = Texts(os.path.join(options.data, "data.npz"), device, options.without)
    if options.judge:
        model, layers = load(options.judge, base, texts)
    elif options.mean:
        models = [load(path, base, texts) for path in options.mean]
        model, layers = models[0]
        states = [m.state_dict() for m, _ in models]
        model.load_state_dict({k: sum(s[k] for s in states) / len(states) for k in states[0]})
    else:
        model, layers = train(options, base, texts)
    if options.output:
        save(model, texts, layers, options.output)
    if options.packed:
        pack(torch.load(options.output or options.judge, map_location="cpu"), options.packed)
    if options.silent:
        return
    title = os.path.basename(options.output or options.judge)
    results = judge(model, texts, title)
    if options.round:
        model.set_rounding(True)
        judge(model, texts, title + " rounded", {"own": None})
    if options.output:
        json.dump(results, open(options.output + ".json", "w"))


if __name__ == "__main__":
    main()
