"""Growing trees with LightGBM, and writing them down as newsparse reads them."""

from __future__ import annotations

import json
from typing import Any

import lightgbm
import numpy as np

SETTINGS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 12,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 3,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}


def grow(samples: list[Any], count: int, **settings: Any) -> lightgbm.Booster:
    """Return *count* trees for samples with ``values``, ``truth`` and ``weights``."""
    values = np.vstack([s.values for s in samples])
    truth = np.concatenate([s.truth for s in samples])
    weight = np.concatenate([s.weights for s in samples])
    return lightgbm.train(SETTINGS | settings, lightgbm.Dataset(values, truth, weight=weight), count)


def written(trees: lightgbm.Booster, features: list[str]) -> str:
    """Return the trees as text for a scorer file: the nodes of a tree children first, its root last."""
    found = [nodes(tree["tree_structure"]) for tree in trees.dump_model()["tree_info"]]
    return json.dumps({"features": features, "trees": found}, separators=(",", ":")) + "\n"


def nodes(tree: dict[str, Any]) -> list[list[float]]:
    """Return the nodes of one tree."""
    out: list[list[float]] = []

    def visit(node: dict[str, Any]) -> int:
        if "leaf_value" in node:
            out.append([round(node["leaf_value"], 5)])
        else:
            left, right = visit(node["left_child"]), visit(node["right_child"])
            out.append([node["split_feature"], float(f"{node['threshold']:.6g}"), left, right])
        return len(out) - 1

    visit(tree)
    return out
