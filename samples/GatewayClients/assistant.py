"""The same with the Python client (pip install "openai<2"), for machines where it installs. Only OPENAI_BASE_URL is new."""
from openai import OpenAI

client = OpenAI()  # reads OPENAI_API_KEY and OPENAI_BASE_URL

assistant = client.beta.assistants.create(
    name="Math Tutor",
    instructions="You are a personal math tutor. Write and run code to answer math questions.",
    tools=[{"type": "code_interpreter"}],
    model="gpt-4o",
)
thread = client.beta.threads.create()
client.beta.threads.messages.create(
    thread_id=thread.id, role="user", content="I need to solve the equation `3x + 11 = 14`. Can you help me?"
)
run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id=assistant.id, poll_interval_ms=200)
print(run.status)
for message in reversed(client.beta.threads.messages.list(thread_id=thread.id).data):
    print(message.role, ">", " ".join(part.text.value if part.type == "text" else f"[{part.type}]" for part in message.content))
