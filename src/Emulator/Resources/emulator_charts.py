"""Charts for the code interpreter where matplotlib is not installed. Standard library only."""
import math

from emulator_canvas import Canvas, text_width

WHITE = (255, 255, 255)
INK = (31, 41, 55)
SOFT = (100, 112, 130)
GRID = (229, 233, 240)
AXIS = (148, 160, 178)
GAIN = (43, 108, 176)
LOSS = (197, 83, 60)


class Chart:
    """A finished picture; the interpreter displays it, save() writes it."""

    def __init__(self, canvas):
        self._png = canvas.png()

    def save(self, path):
        with open(path, "wb") as file:
            file.write(self._png)

    def _repr_png_(self):
        return self._png


def bar_chart(labels, values, title="", subtitle="", xlabel="", ylabel="", width=1600, height=900):
    labels = [str(label) for label in labels]
    values = [float(value) for value in values]
    if not values or len(labels) != len(values):
        raise ValueError("bar_chart needs as many labels as values, and at least one")
    canvas = Canvas(width, height, WHITE)
    ticks = _ticks(min(0.0, *values), max(0.0, *values))
    largest = max(abs(value) for value in values)
    unit, suffix = _unit(largest)
    tick_texts = [_number(tick / unit, (ticks[1] - ticks[0]) / unit) + suffix if tick else "0" for tick in ticks]
    value_texts = [_number(value / unit, largest / unit / 100) + suffix for value in values]
    left = 70 + max(text_width(text, 15) for text in tick_texts) + (44 if ylabel else 0)
    right = width - 60
    slot = (right - left) / len(labels)
    size = 14 if len(labels) <= 30 else 11
    slanted = max(text_width(label, size) for label in labels) > slot * .92
    deepest = 16
    if slanted:
        labels = [_shorten(label, size, 255) for label in labels]
        deepest = max(text_width(label, size) for label in labels) * .71
        # The first label runs down to the left: it must not leave the picture.
        left = max(left, deepest - slot / 2 + 34)
        slot = (right - left) / len(labels)
    top = 84 + (58 if title else 0) + (34 if subtitle else 0)
    bottom = height - 62 - deepest - (40 if xlabel else 0)
    scale = (bottom - top) / (ticks[-1] - ticks[0])
    zero = bottom + ticks[0] * scale

    if title:
        canvas.text(left, 76, title, 26, INK, weight=.145)
    if subtitle:
        canvas.text(left, 118, subtitle, 16, SOFT)
    for tick, text in zip(ticks, tick_texts):
        y = round(zero - tick * scale)
        canvas.box(left, y, right, y + 1, GRID)
        canvas.text(left - 16, y + 7, text, 14, SOFT, anchor="end")
    bar = slot * .64
    value_size = min(14, max(9, int(14 * slot * .94 / max(text_width(text, 14) for text in value_texts))))
    for i, value in enumerate(values):
        middle = left + slot * (i + .5)
        end = zero - value * scale
        canvas.bar(middle - bar / 2, min(end, zero), middle + bar / 2, max(end, zero),
                   GAIN if value >= 0 else LOSS, 7, value >= 0)
        y = end - 10 if value >= 0 else end + value_size + 10
        canvas.text(middle, y, value_texts[i], value_size, INK, weight=.125, anchor="middle")
    canvas.box(left, round(zero), right, round(zero) + 2, AXIS)
    for i, label in enumerate(labels):
        middle = left + slot * (i + .5)
        if slanted:
            canvas.text(middle + size * .5, bottom + 24 + size * .35, label, size, INK, anchor="end", angle=45)
        else:
            canvas.text(middle, bottom + 34, label, size, INK, anchor="middle")
    if xlabel:
        canvas.text((left + right) / 2, height - 32, xlabel, 16, SOFT, anchor="middle")
    if ylabel:
        canvas.text(48, (top + bottom) / 2, ylabel, 16, SOFT, anchor="middle", angle=90)
    return Chart(canvas)


def _unit(largest):
    """Large numbers are shown in millions and the like, or their labels would not fit."""
    for size, limit, suffix in ((1e9, 1e9, "B"), (1e6, 1e6, "M"), (1e3, 1e5, "K")):
        if largest >= limit:
            return size, suffix
    return 1, ""


def _ticks(low, high):
    span = (high - low) or 1.0
    rough = span / 6
    power = 10 ** math.floor(math.log10(rough))
    step = next(factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= rough)
    first = math.floor(low / step - 1e-9 if low < 0 else 0)
    last = math.ceil(high / step + 1e-9)
    return [i * step for i in range(first, max(last, first + 1) + 1)]


def _number(value, step):
    decimals = 0 if step >= 1 else min(4, math.ceil(-math.log10(step or 1)))
    if abs(value) >= 100:
        decimals = 0
    text = f"{abs(value):,.{decimals}f}"
    return "\u2212" + text if value < 0 and float(text.replace(",", "")) else text


def _shorten(label, size, width):
    if text_width(label, size) <= width:
        return label
    while label and text_width(label + "...", size) > width:
        label = label[:-1]
    return label.rstrip() + "..."
