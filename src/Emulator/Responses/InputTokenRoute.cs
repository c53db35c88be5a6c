using AgentsMigration.Emulator.Http;
using AgentsMigration.Emulator.State;

namespace AgentsMigration.Emulator.Responses;

/// <summary>POST /responses/input_tokens: what the input of such a request would count.</summary>
internal static class InputTokenRoute
{
    private const string AnyModel = "gpt-4o-mini";

    public static void Map(RouteTable routes) =>
        routes.Post("/responses/input_tokens", CountAsync, Surface.OpenAI | Surface.Foundry);

    private static async Task CountAsync(Call call)
    {
        Fields body = (await call.BodyAsync()).AllowOnly("conversation", "input", "instructions", "model",
            "parallel_tool_calls", "previous_response_id", "reasoning", "text", "tool_choice", "tools", "truncation", "personality");
        JsonObject asked = (JsonObject)body.Value.DeepClone();
        asked.Remove("personality");
        asked["model"] ??= AnyModel;
        await call.ReplyLockedAsync(() => new JsonObject
        {
            ["object"] = "response.input_tokens",
            ["input_tokens"] = TokenEstimate.OfInput(
                CreateRequestReader.Read(call.Workspace, new Fields(asked), Ids.NewPartition(), models: null)),
        });
    }
}
