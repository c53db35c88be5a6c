#!/usr/bin/env bash
# The same over plain HTTP, as the REST pages have it. Only the base URL is new.
set -euo pipefail
base=${OPENAI_BASE_URL:-https://api.openai.com/v1}

call() { # METHOD PATH [JSON]
  curl --silent --show-error --fail-with-body --request "$1" "$base$2" \
    --header "Authorization: Bearer ${OPENAI_API_KEY:-unused}" --header 'OpenAI-Beta: assistants=v2' \
    --header 'Content-Type: application/json' ${3:+--data "$3"}
}

field() { # first string of that name in the JSON on stdin
  grep --only-matching --max-count=1 "\"$1\": *\"[^\"]*\"" | head -n 1 | cut --delimiter='"' --fields=4
}

assistant=$(call POST /assistants '{"name":"Math Tutor","instructions":"You are a personal math tutor.","tools":[{"type":"code_interpreter"}],"model":"gpt-4o"}' | field id)
thread=$(call POST /threads | field id)
call POST "/threads/$thread/messages" '{"role":"user","content":"I need to solve the equation `3x + 11 = 14`. Can you help me?"}' > /dev/null
run=$(call POST "/threads/$thread/runs" "{\"assistant_id\":\"$assistant\"}" | field id)
status=queued
while [ "$status" = queued ] || [ "$status" = in_progress ]; do
  sleep 0.2
  status=$(call GET "/threads/$thread/runs/$run" | field status)
done
echo "$status"
call GET "/threads/$thread/messages?limit=1" | field value
