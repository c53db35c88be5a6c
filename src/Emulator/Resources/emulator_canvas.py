"""A picture in memory: filled boxes, smooth strokes, text in any direction, saved as PNG. Standard library only."""
import math
import struct
import zlib

from emulator_glyphs import layout


class Canvas:
    def __init__(self, width, height, background):
        self.width = width
        self.height = height
        self._pixels = bytearray(bytes(background) * (width * height))

    def box(self, left, top, right, bottom, colour):
        left, right = max(0, round(left)), min(self.width, round(right))
        row = bytes(colour) * max(0, right - left)
        for y in range(max(0, round(top)), min(self.height, round(bottom))):
            start = (y * self.width + left) * 3
            self._pixels[start:start + len(row)] = row

    def bar(self, left, top, right, bottom, colour, radius, upwards):
        """A box whose far end has round corners."""
        radius = min(radius, (right - left) / 2, bottom - top)
        edge = top if upwards else bottom
        inner = edge + radius if upwards else edge - radius
        self.box(left, inner if upwards else top, right, bottom if upwards else inner, colour)
        y0, y1 = (edge, inner) if upwards else (inner, edge)
        for y in range(math.floor(y0), math.ceil(y1)):
            for x in range(math.floor(left), math.ceil(right)):
                near = min(max(x + .5, left + radius), right - radius)
                distance = math.hypot(x + .5 - near, y + .5 - inner)
                self._blend(x, y, colour, min(1.0, max(0.0, radius + .5 - distance)))

    def stroke(self, points, thickness, colour):
        """A polyline with round ends. Coverage is collected first: joints must not be painted twice."""
        radius = thickness / 2
        reach = radius + 1
        cover = {}
        for (x0, y0), (x1, y1) in zip(points, points[1:]):
            dx, dy = x1 - x0, y1 - y0
            length = dx * dx + dy * dy or 1e-9
            for y in range(math.floor(min(y0, y1) - reach), math.ceil(max(y0, y1) + reach)):
                for x in range(math.floor(min(x0, x1) - reach), math.ceil(max(x0, x1) + reach)):
                    px, py = x + .5 - x0, y + .5 - y0
                    t = min(1.0, max(0.0, (px * dx + py * dy) / length))
                    value = radius + .5 - math.hypot(px - t * dx, py - t * dy)
                    if value > cover.get((x, y), 0.0):
                        cover[x, y] = value
        for (x, y), value in cover.items():
            self._blend(x, y, colour, min(1.0, value))

    def text(self, x, y, text, size, colour, weight=.115, anchor="start", angle=0):
        """Draws text whose baseline begins (or is centred, or ends) at x, y; size is the cap height."""
        placed, width = layout(text)
        shift = {"start": 0, "middle": width / 2, "end": width}[anchor]
        cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        for offset, strokes in placed:
            for points in strokes:
                moved = []
                for px, py in points:
                    u, v = (px + offset - shift) * size, py * size
                    moved.append((x + u * cos - v * sin, y - u * sin - v * cos))
                self.stroke(moved, max(1.3, weight * size), colour)

    def png(self):
        stride = self.width * 3
        rows = b"".join(
            b"\x00" + self._pixels[y * stride:(y + 1) * stride] for y in range(self.height))
        header = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        return (b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header)
                + _chunk(b"IDAT", zlib.compress(rows, 9)) + _chunk(b"IEND", b""))

    def _blend(self, x, y, colour, part):
        if part <= 0 or not (0 <= x < self.width and 0 <= y < self.height):
            return
        start = (y * self.width + x) * 3
        for i in range(3):
            old = self._pixels[start + i]
            self._pixels[start + i] = round(old + (colour[i] - old) * part)


def text_width(text, size):
    return layout(text)[1] * size


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
