"""Writes companies.csv: 500 invented companies, four quarters each. The same bytes on every machine.

Usage: python3 make_companies.py [FILE]
"""

import random
import sys
from pathlib import Path

SEED = 20251120
QUARTERS = ["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]
COLUMNS = [
    "company", "ticker", "sector", "industry", "quarter", "revenue", "operating_expenses",
    "operating_profit", "depreciation", "interest", "tax", "net_profit",
]

# sector: companies, operating margin in per cent, [(industry, second word of the name)]
SECTORS = {
    "AUTOMOBILE": (34, 12, [("Passenger vehicles", "Motors"), ("Auto components", "Drivetrain")]),
    "CHEMICALS": (42, 16, [("Specialty chemicals", "Chemicals"), ("Fertilisers", "Agro")]),
    "CONSTRUCTION": (38, 11, [("Civil engineering", "Projects"), ("Building materials", "Cement")]),
    "CONSUMER GOODS": (56, 18, [("Packaged foods", "Foods"), ("Household products", "Home")]),
    "ENERGY": (36, 21, [("Power generation", "Power"), ("Oil and gas", "Petroleum")]),
    "FINANCIAL SERVICES": (70, 38, [("Banks", "Bank"), ("Insurance", "Assurance"), ("Brokerage", "Capital")]),
    "HEALTHCARE": (48, 22, [("Pharmaceuticals", "Pharma"), ("Hospitals", "Clinics")]),
    "INDUSTRIAL MANUFACTURING": (46, 14, [("Machinery", "Machines"), ("Electrical equipment", "Electric")]),
    "INFORMATION TECHNOLOGY": (44, 25, [("Software", "Systems"), ("IT services", "Digital")]),
    "MEDIA": (20, 19, [("Broadcasting", "Broadcast"), ("Publishing", "Press")]),
    "METALS": (30, 17, [("Steel", "Steel"), ("Aluminium", "Alloys")]),
    "TELECOM": (18, 31, [("Telecom services", "Telecom"), ("Network equipment", "Networks")]),
    "TRANSPORTATION": (18, 15, [("Air freight", "Air Cargo"), ("Shipping", "Lines"), ("Rail and road", "Freight")]),
}

STARTS = [
    "Quen", "Thal", "Brim", "Oske", "Yarr", "Zelm", "Drov", "Plen", "Wick", "Harn", "Lusk", "Gorm", "Fenn",
    "Tarv", "Ruzh", "Ilmo", "Ebbe", "Kest", "Marn", "Sorl", "Vand", "Jorr", "Ulm", "Nesk", "Cald",
]
ENDS = [
    "avel", "ista", "orn", "ume", "adri", "ekko", "oss", "ilan", "uth", "eda", "imar", "ovin", "arkk", "ellu",
    "ynd", "aspe", "otha", "ibur", "endo", "alix",
]

# random() alone is promised to give the same numbers in every version of Python.
RANDOM = random.Random(SEED).random


def between(low, high):
    """A whole number from low to high, both included."""
    return low + int(RANDOM() * (high - low + 1))


def names():
    """Every combination of start and end once, in a shuffled order."""
    left = [start + end for start in STARTS for end in ENDS]
    while left:
        yield left.pop(between(0, len(left) - 1))


def ticker(name, taken):
    """Four letters of the name and a digit."""
    letters = (name[0] + "".join(c for c in name[1:] if c not in "aeiou") + name[1:]).upper()[:4]
    digit = next(d for d in range(1, 10) if f"{letters}{d}" not in taken)
    taken.add(f"{letters}{digit}")
    return f"{letters}{digit}"


def cents(amount):
    return f"-{-amount // 100}.{-amount % 100:02d}" if amount < 0 else f"{amount // 100}.{amount % 100:02d}"


def quarters(margin):
    """Figures of one company, in cents, so that every sum is exact."""
    size = between(800, 60_000) * between(800, 60_000) // 200
    usual = margin + between(-6, 6)
    if between(1, 25) == 1:
        usual = -usual  # a company that loses money
    for quarter in QUARTERS:
        revenue = size * between(8800, 11400) // 100 + between(0, 99)
        expenses = revenue * (1000 - 10 * usual - between(-40, 40)) // 1000
        operating_profit = revenue - expenses
        depreciation = revenue * between(15, 45) // 1000
        interest = revenue * between(2, 30) // 1000
        taxable = operating_profit - depreciation - interest
        tax = max(0, taxable) * between(22, 27) // 100
        yield quarter, [revenue, expenses, operating_profit, depreciation, interest, tax, taxable - tax]


def rows():
    companies = []
    name = names()
    taken = set()
    for sector, (count, margin, industries) in SECTORS.items():
        for i in range(count):
            industry, word = industries[i % len(industries)]
            stem = next(name)
            companies.append((f"{stem} {word}", ticker(stem, taken), sector, industry, margin))
    companies.sort()
    for company, symbol, sector, industry, margin in companies:
        for quarter, figures in quarters(margin):
            yield [company, symbol, sector, industry, quarter, *map(cents, figures)]


def main():
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("companies.csv")
    lines = [",".join(COLUMNS), *map(",".join, rows())]
    target.write_bytes(("\n".join(lines) + "\n").encode("ascii"))


if __name__ == "__main__":
    main()
