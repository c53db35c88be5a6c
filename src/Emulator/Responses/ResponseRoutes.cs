using AgentsMigration.Emulator.Generation;
using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

internal sealed class ResponseRoutes(ResponseJob job, EmulatorOptions options)
{
    public void Map(RouteTable routes)
    {
        routes.Post("/responses", CreateAsync);
        routes.Get("/responses/{response}", GetAsync);
        routes.Delete("/responses/{response}", DeleteAsync);
        routes.Post("/responses/{response}/cancel", CancelAsync, Surface.OpenAI | Surface.Foundry);
        routes.Get("/responses/{response}/input_items", InputItemsAsync);
        routes.Get("/responses", ListAsync, Surface.Foundry);
    }

    private async Task CreateAsync(Call call)
    {
        Fields body = await call.BodyAsync();
        ResponseRecord record;
        JsonObject begun;
        lock (call.Workspace.Gate)
        {
            record = Start(call.Workspace, body);
            begun = Projection.Response(record.Body, record.Include);
        }

        if (record.Request.Stream)
        {
            await ResponseStream.WriteAsync(call, record, startingAfter: -1);
            return;
        }

        if (record.Request.Background)
        {
            await call.ReplyAsync(begun);
            return;
        }

        // Nobody can come back for a response that is not in the background: it ends with its connection.
        await using CancellationTokenRegistration gone = call.Aborted.Register(record.Stop.Cancel);
        await record.Completion;
        await call.ReplyLockedAsync(() => Projection.Response(record.Body, record.Include));
    }

    private ResponseRecord Start(Workspace workspace, Fields body)
    {
        string partition = Partition(body);
        CreateRequest request = CreateRequestReader.Read(workspace, body, partition, options.Models);
        ResponseRecord record = new(request, ResponseBody.New(workspace, request, partition), partition);
        if (request.Store) workspace.Responses.Add(record);
        if (request.Conversation is { } conversation) conversation.LockedBy = record.Id;
        workspace.Responses.Run(record, () => job.RunAsync(workspace, record));
        return record;
    }

    // Ids of a response in a conversation carry the conversation's partition key.
    private static string Partition(Fields body)
    {
        JsonNode? conversation = body.Value["conversation"];
        string id = (conversation as JsonObject)?["id"]?.ToString() ?? (conversation as JsonValue)?.ToString() ?? "";
        return id.Length > 48 ? Ids.PartitionOf(id) : Ids.NewPartition();
    }

    private static Task GetAsync(Call call)
    {
        ResponseRecord record = Find(call);
        if (call.Http.Request.Query["stream"] == "true") return ResponseStream.ResumeAsync(call, record);
        IncludeSet include = call.Include;
        return call.ReplyLockedAsync(() => Projection.Response(record.Body, include));
    }

    private static Task DeleteAsync(Call call)
    {
        ResponseRecord record = Find(call);
        record.Stop.Cancel();
        lock (call.Workspace.Gate) call.Workspace.Responses.Remove(record.Id);
        return call.ReplyAsync(new JsonObject
        {
            ["id"] = record.Id,
            ["object"] = "response.deleted",
            ["deleted"] = true
        });
    }

    private static async Task CancelAsync(Call call)
    {
        ResponseRecord record = Find(call);
        if (!record.Request.Background) throw Refusal.Bad("Cannot cancel a synchronous response.");
        await record.Stop.CancelAsync();
        await record.Completion.WaitAsync(call.Aborted);
        await call.ReplyLockedAsync(() => Projection.Response(record.Body, IncludeSet.None));
    }

    private static Task InputItemsAsync(Call call)
    {
        ResponseRecord record = Find(call);
        IncludeSet include = call.Include;
        return call.ReplyAsync(Page.Of(record.Request.Input, call.Page(),
            item => item["id"]!.GetValue<string>(), item => Projection.Item(item, include)));
    }

    private static Task ListAsync(Call call)
    {
        string? conversation = call.Http.Request.Query["conversation_id"];
        string? agent = call.Http.Request.Query["agent_name"];
        return call.ReplyLockedAsync(() => Page.Of(
            call.Workspace.Responses.All.Where(record =>
                (conversation is null || record.Conversation?.Id == conversation)
                && (agent is null || record.Request.Agent?.Name == agent)),
            call.Page(), record => record.Id, record => Projection.Response(record.Body, IncludeSet.None)));
    }

    private static ResponseRecord Find(Call call)
    {
        lock (call.Workspace.Gate) return call.Workspace.Responses.Get(call.Route("response"));
    }
}
