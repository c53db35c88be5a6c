using System.Text.Json;
using System.Text.RegularExpressions;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Streaming;

namespace AgentsMigration.Adapter.Operations.Runs;

/// <summary>
/// Makes a run's next response. A run has token budgets of its own where a response has none or one for itself; and a
/// conversation or container that would refuse the response is mended first, once.
/// </summary>
internal sealed class ResponseCreator(V2Client v2, ConversationRepair repair, ThreadContext context, TimeProvider time)
{
    /// <summary>Less than this v2 does not take as <c>max_output_tokens</c>.</summary>
    private const int LeastOutputTokens = 16;

    private static readonly Regex LostContainer = new(
        "container.*(expired|not found)|Expected container_id", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The run with the response that answers the given outputs; with none, its first one.</summary>
    /// <param name="run">The run before.</param>
    /// <param name="outputs">What its app has handed in.</param>
    /// <param name="stream">Whether the response is to be streamed.</param>
    /// <param name="isRepeat">Whether the same was begun before.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public async Task<ContinuedRun> ContinueAsync(
        RunRecord run, IReadOnlyList<ToolOutput> outputs, bool stream, bool isRepeat, CancellationToken cancellationToken)
    {
        int? remaining = run.Settings.MaxCompletionTokens - (int)(run.Usage?.Completion ?? 0);
        if (remaining < LeastOutputTokens)
            return new ContinuedRun(Exhausted(run, "max_completion_tokens"));

        ResponseContext known = await context.ReadAsync(
            run, [.. outputs.Select(output => output.ToItem())], cancellationToken).ConfigureAwait(false);
        ResponseRequest request = new()
        {
            AssistantId = run.AssistantId,
            Settings = run.Settings,
            Plan = run.Plan,
            ConversationId = known.Conversation,
            PreviousResponseId = known.Previous,
            Input = known.Input,
            MaxOutputTokens = remaining,
            IsContinuation = run.Responses.Count > 0,
            Stream = stream,
            HidesLengths = !v2.Features.StreamOptions,
            IsRepeat = isRepeat,
        };
        if (await ExceedsPromptBudgetAsync(run, request, cancellationToken).ConfigureAwait(false))
            return new ContinuedRun(Exhausted(run, "max_prompt_tokens"));

        (CreatedResponse created, RunPlan plan) = await CreateAsync(run, request, cancellationToken).ConfigureAwait(false);
        return new ContinuedRun(
            run with
            {
                Plan = plan,
                Responses = [.. run.Responses, created.Id],
            },
            created.Stream);
    }

    private async Task<(CreatedResponse Response, RunPlan Plan)> CreateAsync(
        RunRecord run, ResponseRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await SendAsync(request, cancellationToken).ConfigureAwait(false), run.Plan);
        }
        catch (V2Exception error) when (request.ConversationId is not null && ConversationRepair.IsNeeded(error))
        {
            await repair.RunAsync(run.ThreadId, request.Input, cancellationToken).ConfigureAwait(false);
            return (await SendAsync(request, cancellationToken).ConfigureAwait(false), run.Plan);
        }
        catch (V2Exception error) when (error.IsNotFound && run.Plan.AgentName is { } agent && error.Message.Contains(agent))
        {
            // Somebody has deleted the agent, or the version that the run was pinned to: its definition is on record.
            RunPlan plan = run.Plan with { AgentName = null, AgentVersion = null };
            return (await SendAsync(request with { Plan = plan }, cancellationToken).ConfigureAwait(false), plan);
        }
        catch (V2Exception error) when (JsonNote.IsNeeded(error, run.Settings))
        {
            ResponseRequest again = request with { Input = [JsonNote.Item, .. request.Input] };
            return (await SendAsync(again, cancellationToken).ConfigureAwait(false), run.Plan);
        }
        catch (V2Exception error) when (IsLostContainer(error) && run.Plan.ContainerId is null)
        {
            RunPlan plan = run.Plan with
            {
                ContainerId = await CreateContainerAsync(run.Plan, cancellationToken).ConfigureAwait(false),
                AgentName = null,
                AgentVersion = null,
            };
            // A call in the input leads to the container that is gone.
            JsonElement[] input = [.. request.Input.Where(item => item.GetText("type") != "code_interpreter_call")];
            return (await SendAsync(request with { Plan = plan, Input = input }, cancellationToken).ConfigureAwait(false), plan);
        }
    }

    private async Task<CreatedResponse> SendAsync(ResponseRequest request, CancellationToken cancellationToken)
    {
        if (!request.Stream)
        {
            JsonElement response = await v2.CreateAsync(
                V2Route.Responses, request.ToJson(), cancellationToken, isOnce: request.IsRepeat).ConfigureAwait(false);
            return new CreatedResponse(RequireId(response), null);
        }
        HttpResponseMessage answer = await v2.CreateStreamAsync(
            V2Route.ResponseStream, request.ToJson(), cancellationToken, isOnce: request.IsRepeat).ConfigureAwait(false);
        V2Stream stream = await V2Stream.OpenAsync(answer, cancellationToken).ConfigureAwait(false);
        try
        {
            JsonElement first = await stream.PeekAsync(cancellationToken).ConfigureAwait(false);
            return new CreatedResponse(RequireId(first.Get("response") ?? default), stream);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static string RequireId(JsonElement response) =>
        response.GetText("id") ?? throw new V2Exception(502, "The service gave a response without an id.");

    private async Task<bool> ExceedsPromptBudgetAsync(RunRecord run, ResponseRequest request, CancellationToken cancellationToken)
    {
        if (run.Settings.MaxPromptTokens is not { } budget)
            return false;
        return (run.Usage?.Prompt ?? 0) + await CountAsync(run, request, cancellationToken).ConfigureAwait(false) > budget;
    }

    private async Task<long> CountAsync(RunRecord run, ResponseRequest request, CancellationToken cancellationToken)
    {
        byte[] counted = request.ToCountJson();
        if (!v2.Features.CountsInput)
            return InputEstimate.Of(JsonBytes.Parse(counted)) + (run.Usage?.Total ?? 0);
        JsonElement count = await v2.PostAgainAsync(V2Route.InputTokens, counted, cancellationToken).ConfigureAwait(false);
        return count.GetSeconds("input_tokens") ?? 0;
    }

    private async Task<string> CreateContainerAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        byte[] request = JsonBytes.Write(plan, static (writer, from) =>
        {
            writer.WriteStartObject();
            writer.WriteString("name", "thread");
            writer.WriteStartArray("file_ids");
            foreach (string file in from.CodeInterpreterFiles)
                writer.WriteStringValue(file);
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
        JsonElement container = await v2.CreateAsync(V2Route.Containers, request, cancellationToken).ConfigureAwait(false);
        return container.GetText("id") ?? throw new V2Exception(502, "The service gave a container without an id.");
    }

    private RunRecord Exhausted(RunRecord run, string reason) => run with
    {
        Status = RunStatus.Incomplete,
        IncompleteReason = reason,
        CompletedAt = time.Seconds(),
        ExpiresAt = null,
        NeedsRepair = run.ToolOutputs.Count > 0,
        Usage = run.Usage ?? TokenUsage.None,
    };

    /// <summary>Texts of the service about a container that has expired between two runs.</summary>
    private static bool IsLostContainer(V2Exception error) =>
        error.StatusCode is 400 or 404 && LostContainer.IsMatch(error.Message);
}

/// <summary>A run with its next response, or ended before it had one; its stream where one was asked for.</summary>
internal sealed record ContinuedRun(RunRecord Run, V2Stream? Stream = null);

internal sealed record CreatedResponse(string Id, V2Stream? Stream);
