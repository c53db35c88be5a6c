using System.Text.Json;
using AgentsMigration.Comparison.Recordings;
using AgentsMigration.TestSupport.Schemas;

namespace AgentsMigration.TestSupport.Tests;

/// <summary>One JSON body of a recording and how to check it.</summary>
internal sealed record RecordedBody(string What, Func<IReadOnlyList<SchemaError>> Errors)
{
    public override string ToString() => What;
}

internal static class RecordedBodies
{
    public static IEnumerable<RecordedBody> Of(string name)
    {
        foreach (RecordedExchange exchange in Recording.Load("v2", name).Exchanges)
        {
            if (OldRecordings.NotServiceAnswers.Contains(name))
            {
                continue;
            }

            if (exchange.Request is { ValueKind: JsonValueKind.Object } request && exchange.Status < 400)
            {
                yield return new RecordedBody(
                    $"request of {exchange.Method} {exchange.Path}",
                    () => OpenApiSchema.OpenAI.ValidateRequest(exchange.Method, exchange.Path, request));
            }

            if (exchange.Response is { } response && !IsUndescribed(exchange))
            {
                yield return new RecordedBody(
                    $"{exchange.Status} of {exchange.Method} {exchange.Path}",
                    () => exchange.Status >= 400
                        ? OpenApiSchema.OpenAI.ValidateComponent("ErrorResponse", response)
                        : OpenApiSchema.OpenAI.ValidateResponse(
                            exchange.Method, exchange.Path, exchange.Status, response));
            }

            foreach (RecordedEvent one in exchange.Events.Where(one => one.IsJson))
            {
                yield return new RecordedBody(
                    $"event {one.Event} of {exchange.Path}",
                    () => OpenApiSchema.OpenAI.ValidateComponent("ResponseStreamEvent", one.Data));
            }
        }
    }

    /// <summary>The description has these answers without a body; the service sends <c>{id, object, deleted}</c>.</summary>
    private static bool IsUndescribed(RecordedExchange exchange) => exchange.Method == "DELETE"
        && (exchange.Path.StartsWith("/v1/containers/", StringComparison.Ordinal)
            || exchange.Path.StartsWith("/v1/responses/", StringComparison.Ordinal));
}
