#!/usr/bin/env bash
# Starts the emulator and the gateway, and runs the programs against them: no account. What is not installed is left out.
set -euo pipefail
cd "$(dirname "$0")"
tool=${AGENTS_MIGRATION:-dotnet run --project ../../src/Tool --}
state=$(mktemp --directory)
trap 'kill $(jobs -p) 2> /dev/null; rm -rf "$state"' EXIT

wait_for() { # FILE PATTERN: the address that a server says it listens on
  for _ in $(seq 600); do
    if grep --only-matching --max-count=1 --extended-regexp "$2" "$1" 2> /dev/null; then return; fi
    sleep 0.2
  done
  echo "No server: $(cat "$1")" >&2
  return 1
}

$tool emulate --urls http://127.0.0.1:0 > "$state/emulator.log" 2>&1 &
emulator=$(wait_for "$state/emulator.log" 'http://127\.0\.0\.1:[1-9][0-9]*' | head -n 1)
$tool serve --target openai --endpoint "$emulator/v1" --api-key unused --urls http://127.0.0.1:0 --state memory > "$state/gateway.log" 2>&1 &
gateway=$(wait_for "$state/gateway.log" 'http://127\.0\.0\.1:[1-9][0-9]*' | head -n 1)

export OPENAI_BASE_URL=$gateway/v1 OPENAI_API_KEY=unused
echo "== curl"
bash assistant.sh
if command -v npm > /dev/null && npm install --no-audit --no-fund --ignore-scripts --silent > /dev/null 2>&1; then
  echo "== JavaScript"
  node assistant.mjs
else
  echo "== JavaScript: left out, the package openai cannot be installed here"
fi
if python3 -c 'import openai' 2> /dev/null; then
  echo "== Python"
  python3 assistant.py
else
  echo "== Python: left out, the package openai is not installed"
fi
