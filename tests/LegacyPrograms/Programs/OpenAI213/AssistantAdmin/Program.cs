// Assistants by hand: created, changed, listed, deleted.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

AssistantClient client = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
Assistant assistant = await client.CreateAssistantAsync("gpt-4o", new AssistantCreationOptions { Name = "before", Tools = { ToolDefinition.CreateFileSearch(5) } });
AssistantModificationOptions changes = new() { Name = "after", Instructions = "New." };
assistant = await client.ModifyAssistantAsync(assistant.Id, changes);
Console.WriteLine(assistant.Name + " " + assistant.Instructions + " " + assistant.Tools.Count);
assistant = await client.ModifyAssistantAsync(assistant.Id, new AssistantModificationOptions { Model = "gpt-4o-mini", DefaultTools = { new CodeInterpreterToolDefinition() } });
Console.WriteLine(assistant.Model + " " + assistant.Tools[0].GetType().Name.StartsWith("CodeInterpreter"));
AssistantThread thread = await client.CreateThreadAsync(new ThreadCreationOptions { Metadata = { ["a"] = "1" } });
thread = await client.ModifyThreadAsync(thread.Id, new ThreadModificationOptions { Metadata = { ["a"] = "2" } });
Console.WriteLine(thread.Metadata["a"]);
AssistantCollectionOptions newest = new() { Order = AssistantCollectionOrder.Descending, PageSizeLimit = 5 };
await client.CreateAssistantAsync("gpt-4o", new() { Name = "another" });
foreach (Assistant listed in client.GetAssistants(newest).Where(listed => listed.Name is "after" or "another"))
{
    Console.WriteLine(listed.Name);
}

Assistant fetched = await client.GetAssistantAsync(assistant.Id);
foreach (ToolDefinition tool in fetched.Tools)
{
    if (tool is FunctionToolDefinition function) Console.WriteLine(function.FunctionName);
    else if (tool is CodeInterpreterToolDefinition) Console.WriteLine("code");
}
Console.WriteLine((await client.DeleteAssistantAsync(assistant.Id)).Value.Deleted);
