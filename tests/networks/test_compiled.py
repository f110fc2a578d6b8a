"""The compiled kernel: to the bit what its steps say, and what numpy says but for the last bit."""

import shutil
import subprocess
import sys

import numpy as np
import pytest

from molva.networks import blocks, compiled
from molva.networks.blocks import Block
from molva.networks.compiled import CompiledLayer, open_kernel, suits
from molva.networks.convolutions import Convolutions, Layer
from molva.networks.first import FirstLayer
from molva.networks.inputs import open_inputs
from molva.networks.layout import Layout
from molva.networks.weights import open_weights

SEQUENCES = [
    "Посол Пётр Орехов выступил в Женеве . Орехов не ответил на вопросы .".split(),
    "В Заречье открыли мост .".split(),
    [],
    ["Орехов"],
    "В Заречье открыли мост .".split(),
    ["слово"] * 70,  # more rows than are done at a time
]
LAYOUT = Layout([len(sequence) for sequence in SEQUENCES])
WORDS = [word for sequence in SEQUENCES for word in sequence]


@pytest.fixture(scope="module")
def kernel():
    found = open_kernel()
    if found is None:
        pytest.skip(
            "no compiled kernel: molva was installed without a compiler, or this is no processor for it"
        )
    return found


def drawn(seed, *shape):
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


def step(total, value, weight):
    """Fused multiply and add: one rounding, as the processor has it."""
    return (total.astype(np.float64) + np.float64(value) * weight).astype(np.float32)


def twin(layer, x):
    """A layer by the kernel's own steps: tap by tap, only what is above zero, channel by channel."""
    taps = layer.weight.reshape(3, -1, layer.weight.shape[1])
    nothing = np.einsum("i,tio->to", layer.blank.astype(np.float64), taps).astype(np.float32)
    out = np.zeros((len(x), taps.shape[2]), np.float32)
    for row in LAYOUT.places:
        total = layer.bias.copy()
        for tap in range(3):
            beside = row + tap - 1
            if LAYOUT.empty[beside]:
                total = total + nothing[tap]
            else:
                for channel in np.flatnonzero(x[beside] > 0):
                    total = step(total, x[beside, channel], taps[tap, channel])
        out[row] = np.maximum(total, 0)
    return out


def test_the_kernel_is_its_steps_to_the_bit(kernel):
    first = FirstLayer(lambda words: drawn(len(words), len(words), 5), drawn(1, 15, 64), drawn(2, 64))
    two, three = (
        Layer(drawn(n, 3 * inputs, outputs), drawn(n + 1, outputs), drawn(n + 2, inputs))
        for n, inputs, outputs in ((3, 64, 128), (7, 128, 64))
    )
    taps, rows = first.look_up(WORDS, LAYOUT)
    layers = (CompiledLayer(layer.weight, layer.bias, layer.blank) for layer in (two, three))
    second, third = kernel.convolve(taps, rows, LAYOUT.empty, *layers)
    wanted = twin(two, first(WORDS, LAYOUT))
    np.testing.assert_array_equal(second[LAYOUT.places], wanted[LAYOUT.places])
    np.testing.assert_array_equal(third[LAYOUT.places], twin(three, wanted)[LAYOUT.places])


def test_a_block_is_its_steps_to_the_bit(kernel):
    x, bias, out = drawn(1, LAYOUT.rows, 64)[: len(WORDS)], drawn(2, 32), drawn(3, 32, 64)
    taps = np.vstack((drawn(4, 3 * len(WORDS), 32), np.zeros((3, 32), np.float32)))
    left, right = LAYOUT.neighbours(2)
    found = kernel.block(taps, (left, right), bias, out, x)
    for word in range(len(WORDS)):
        seen = taps[3 * word + 1] + bias + taps[3 * left[word]] + taps[3 * right[word] + 2]
        wanted = x[word]
        for channel in np.flatnonzero(seen > 0):
            wanted = step(wanted, seen[channel], out[channel])
        np.testing.assert_array_equal(found[word], wanted)


@pytest.mark.usefixtures("kernel")
@pytest.mark.parametrize("network", ["morph", "syntax", "ner"])
@pytest.mark.parametrize("model", ["natasha", "molva"])
def test_numpy_says_the_same_but_for_the_last_bit(monkeypatch, model, network):
    weights = open_weights(model)
    arrays = weights.network(network)
    fast = Convolutions(arrays, open_inputs(weights, arrays))
    monkeypatch.setattr("molva.networks.convolutions.open_kernel", lambda: None)
    plain = Convolutions(arrays, open_inputs(weights, arrays))
    for one, other in zip(fast(WORDS, LAYOUT), plain(WORDS, LAYOUT), strict=True):
        np.testing.assert_allclose(one[LAYOUT.places], other[LAYOUT.places], rtol=1e-4, atol=2e-3)
        # a phrase that comes twice has the same numbers twice, so what it scores is a tie
        once, again = (slice(start, start + 5) for start in (13, 19))
        np.testing.assert_array_equal(one[LAYOUT.places][once], one[LAYOUT.places][again])


@pytest.mark.usefixtures("kernel")
def test_a_block_on_numpy_says_the_same(monkeypatch):
    block = Block(drawn(1, 64, 96), drawn(2, 32), drawn(3, 32, 64), 2)
    x = drawn(4, len(WORDS), 64)
    found = block(x, LAYOUT)
    monkeypatch.setattr(blocks, "open_kernel", lambda: None)
    np.testing.assert_allclose(found, block(x, LAYOUT), rtol=1e-3, atol=1e-3)


def test_the_switch_turns_it_off(monkeypatch):
    monkeypatch.setenv(compiled.SWITCH, "0")
    assert open_kernel.__wrapped__() is None


def test_a_library_of_another_system_is_passed_over(monkeypatch, tmp_path):
    broken = tmp_path / "_kernel.so"
    broken.write_bytes(b"no library")
    monkeypatch.setattr(compiled, "LIBRARY", broken)
    assert open_kernel.__wrapped__() is None


def test_sizes_that_the_library_cannot_do_are_told():
    assert suits(256, 128)
    assert not suits(256, 100)
    assert not suits(512, 64)


@pytest.mark.slow
def test_an_installation_without_a_compiler_goes_on(root, tmp_path):
    """The wheel is then the same for all systems, and has no library in it."""
    (tmp_path / "copy").mkdir()
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(root / name, tmp_path / "copy" / name)
    for folder in ("pipeline", "models"):
        shutil.copytree(
            root / folder, tmp_path / "copy" / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    options = ("--quiet", "--no-deps", "--no-build-isolation", "--wheel-dir", tmp_path)
    command = [sys.executable, "-m", "pip", "wheel", *options, tmp_path / "copy"]
    environment = {"PATH": "", "CC": "no-compiler-of-this-name", "PYTHONUTF8": "1"}
    subprocess.run(command, check=True, env=environment)
    (built,) = tmp_path.glob("molva-*.whl")
    assert built.name.endswith("py3-none-any.whl")
