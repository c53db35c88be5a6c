// What a run did, with the rounds of function calls in it, oldest first.
using System.ClientModel;
using OpenAI;
using OpenAI.Assistants;

AssistantClient client = new(
    new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
    new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) });
Assistant assistant = client.CreateAssistant("gpt-4o", new AssistantCreationOptions
{
    Tools = { new FunctionToolDefinition("get_current_temperature") { Parameters = BinaryData.FromString("{\"type\":\"object\",\"properties\":{\"location\":{\"type\":\"string\"}}}") } },
});
ThreadRun run = client.CreateThreadAndRun(assistant.Id, new ThreadCreationOptions { InitialMessages = { "What is the temperature in Lisbon?" } });
while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress || run.Status == RunStatus.RequiresAction)
{
    Thread.Sleep(5);
    run = client.GetRun(run.ThreadId, run.Id);
    if (run.Status == RunStatus.RequiresAction)
        run = client.SubmitToolOutputsToRun(run.ThreadId, run.Id, run.RequiredActions.Select(a => new ToolOutput(a.ToolCallId, "21 degrees")).ToArray());
}
Console.WriteLine(run.Status == RunStatus.Completed);
foreach (RunStep step in client.GetRunSteps(run.ThreadId, run.Id, new RunStepCollectionOptions { Order = RunStepCollectionOrder.Ascending }))
{
    Console.WriteLine($"{step.Kind} {step.Status}");
    if (step.Kind == RunStepKind.ToolCall)
    {
        foreach (var call in step.Details.ToolCalls) Console.WriteLine($"  {call.Kind} {call.FunctionName}({call.FunctionArguments}) => {call.FunctionOutput}");
    }
}
