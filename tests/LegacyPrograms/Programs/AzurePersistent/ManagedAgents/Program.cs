using Azure;
using Azure.AI.Agents.Persistent;
using Azure.Identity;

var client = new PersistentAgentsClient(Environment.GetEnvironmentVariable("PROJECT_ENDPOINT")!, new DefaultAzureCredential());
PersistentAgent agent = await client.Administration.CreateAgentAsync("gpt-4o", "helper", instructions: "Help.", metadata: new Dictionary<string, string> { ["team"] = "blue" });
Response<PersistentAgent> updated = await client.Administration.UpdateAgentAsync(agent.Id, model: "gpt-4o", name: "helper", instructions: "Help better.");
Console.WriteLine($"{updated.Value.Name}: {updated.Value.Instructions}");
await foreach (PersistentAgent one in client.Administration.GetAgentsAsync(limit: 20, order: ListSortOrder.Descending))
{
    Console.WriteLine($"{one.Id} {one.Name} {one.CreatedAt:O}");
}
PersistentAgentThread thread = await client.Threads.CreateThreadAsync(metadata: new Dictionary<string, string> { ["user"] = "7" });
await client.Threads.UpdateThreadAsync(thread.Id, metadata: new Dictionary<string, string> { ["user"] = "8" });
Response<bool> gone = await client.Administration.DeleteAgentAsync(agent.Id);
Console.WriteLine(gone.Value ? "deleted" : "still there");
if (!(await client.Threads.DeleteThreadAsync(thread.Id)).Value) Console.WriteLine("thread still there");
