"""Train molva's networks: names, tags, trees, and the larger networks that they learn from.

    MOLVA_SHARED=… python models/molva/train.py                train all, one after another
    MOLVA_SHARED=… python models/molva/train.py readers names  … or some

Needs PyTorch, which is used for nothing else. A training that was interrupted goes on from its last
epoch; what it keeps for that lies in --work. The same seed and the same data give the same weights
on the same machine and version of PyTorch.
"""

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import names
import pack
import readers
import tags
import teacher
import training
import trees

NETWORKS: dict[str, ModuleType] = {
    "readers": readers,
    "names": names,
    "teacher": teacher,
    "tags": tags,
    "trees": trees,
}


def main() -> None:
    """Train what is asked for, and keep the weights and their figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("networks", nargs="*", choices=[[], *NETWORKS], help="all, unless named")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=1, help="of the processor; figures may differ by it")
    parser.add_argument(
        "--work", type=Path, default=Path("out/training"), help="where to keep what is unfinished"
    )
    parser.add_argument("--epochs", type=int, help="fewer, to try the training itself")
    options = parser.parse_args()
    shared = os.environ.get("MOLVA_SHARED")
    if not shared:
        sys.exit("Set MOLVA_SHARED to the folder with gold/ and corpus/: the texts to learn from lie there.")
    for name in options.networks or NETWORKS:
        device = training.start(options.seed, options.threads)
        task = NETWORKS[name].task(Path(shared), device, options.work)
        if options.epochs:
            task = replace(task, epochs=options.epochs)
        net = training.train(task, options.work)
        task.keep(net)
        _told(name, task.figures(net))
        training.forget(task, options.work)  # the next training begins anew


def _told(name: str, figures: dict[str, float]) -> None:
    path = pack.HERE / "scores.json"
    scores = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    scores[name] = {key: round(value, 4) for key, value in figures.items()}
    path.write_text(json.dumps(scores, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
