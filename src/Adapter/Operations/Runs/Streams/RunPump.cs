using System.Text.Json;
using AgentsMigration.Adapter.AgentsV2;
using AgentsMigration.Adapter.Legacy;
using AgentsMigration.Adapter.Mapping;
using AgentsMigration.Adapter.State;
using AgentsMigration.Adapter.Streaming;

namespace AgentsMigration.Adapter.Operations.Runs.Streams;

/// <summary>
/// Follows one response to its end, whether or not anybody still reads: files are copied, the record is written and the
/// thread is freed as if it were polled. What it reads is passed on before it waits for more.
/// </summary>
internal sealed class RunPump(
    V2Client v2, RunJournal journal, ResponseTranslator translator, EventWriter events, FrameBuffer frames, EventPipe pipe, TimeProvider time)
    : IDisposable
{
    private const int FlushAt = 32 * 1024;

    /// <summary>How often in a row a connection may break without a new event before it is given up.</summary>
    private const int MaxAttempts = 3;

    private readonly CancellationTokenSource _expired = new();
    private V2Stream? _upstream;
    private int _attempts;

    public async Task RunAsync(V2Stream? upstream, CancellationToken stopping)
    {
        _upstream = upstream;
        try
        {
            await FlushAsync(stopping).ConfigureAwait(false);
            await FollowAsync(stopping).ConfigureAwait(false);
            events.Done();
            await FlushAsync(stopping).ConfigureAwait(false);
            pipe.Complete();
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The run goes on where it is; the next request for it finds out how.
            pipe.Complete(new IOException("The adapter was closed while the run was streaming."));
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            await TellAsync(error, stopping).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        _upstream?.Dispose();
        _expired.Dispose();
    }

    private async Task FollowAsync(CancellationToken stopping)
    {
        using ITimer? timer = StartTimer();
        using CancellationTokenSource timed = CancellationTokenSource.CreateLinkedTokenSource(stopping, _expired.Token);
        CancellationToken reading = timed.Token;
        while (!translator.HasEnded)
        {
            try
            {
                if (_upstream is null)
                    await ReconnectAsync(stopping).ConfigureAwait(false);
                else
                    await ReadAsync(_upstream, reading, stopping).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (_expired.IsCancellationRequested && !stopping.IsCancellationRequested)
            {
                RunRecord run = await journal.RefreshAsync(translator.Run, stopping).ConfigureAwait(false);
                if (IsStopped(run))
                    await translator.CloseAsync(run, null, stopping).ConfigureAwait(false);
                // Otherwise it ended well in the last moment: what is left of it is read without the clock.
                reading = stopping;
                Disconnect();
            }
        }
    }

    /// <summary>Reads until the run or the connection has ended.</summary>
    private async Task ReadAsync(V2Stream upstream, CancellationToken reading, CancellationToken stopping)
    {
        while (true)
        {
            while (!translator.HasEnded && upstream.TryRead())
            {
                if (!translator.TryTranslatePiece(upstream.Data))
                    await translator.TranslateAsync(upstream.Parse(), stopping).ConfigureAwait(false);
                _attempts = 0;
                if (frames.Length >= FlushAt)
                    await FlushAsync(stopping).ConfigureAwait(false);
            }
            if (translator.HasEnded)
                return;
            await FlushAsync(stopping).ConfigureAwait(false);
            try
            {
                if (await upstream.FillAsync(reading).ConfigureAwait(false))
                    continue;
            }
            catch (V2Exception)
            {
                // Broken off: the same as ended too early.
            }
            Disconnect();
            return;
        }
    }

    /// <summary>Finds out why the stream ended; goes on behind its last event where the response is still at work.</summary>
    private async Task ReconnectAsync(CancellationToken stopping)
    {
        RunRecord run = translator.Run;
        RunRecord known = await journal.FindAsync(run, stopping).ConfigureAwait(false);
        JsonElement response = default;
        if (IsStopped(known))
        {
            await translator.CloseAsync(known, null, stopping).ConfigureAwait(false);
            return;
        }
        try
        {
            response = await v2.GetAsync(V2Route.ResponseWithOutputs(run.CurrentResponse ?? ""), stopping).ConfigureAwait(false);
            if (response.GetText("status") == "cancelled")
            {
                await translator.EndAsync(response, stopping).ConfigureAwait(false);
                return;
            }
            if (_attempts++ < MaxAttempts)
            {
                _upstream = await ResumeAsync(run, stopping).ConfigureAwait(false);
                return;
            }
        }
        catch (V2Exception error) when (error.StatusCode != 0 || _attempts >= MaxAttempts)
        {
            // Not to be resumed.
        }
        catch (V2Exception)
        {
            _attempts++;
            return;
        }
        await GiveUpAsync(response, stopping).ConfigureAwait(false);
    }

    /// <summary>By somebody's wish or the clock: nothing more comes of its response.</summary>
    private static bool IsStopped(RunRecord run) => run.Status is RunStatus.Cancelled or RunStatus.Expired;

    private void Disconnect()
    {
        _upstream?.Dispose();
        _upstream = null;
    }

    private async Task<V2Stream> ResumeAsync(RunRecord run, CancellationToken stopping)
    {
        V2Route route = V2Route.ResumedStream(run.CurrentResponse ?? "", translator.LastSequence);
        HttpResponseMessage answer = await v2.OpenAsync(route, stopping).ConfigureAwait(false);
        return await V2Stream.OpenAsync(answer, stopping).ConfigureAwait(false);
    }

    /// <summary>The run fails, unless the service has ended it meanwhile; either way the stream says that it is not whole.</summary>
    private async Task GiveUpAsync(JsonElement response, CancellationToken stopping)
    {
        // A cancel may have left no response to ask.
        RunRecord known = await journal.FindAsync(translator.Run, stopping).ConfigureAwait(false);
        if (known.Status == RunStatus.Cancelling)
            known = await journal.RefreshAsync(known, stopping).ConfigureAwait(false);
        if (IsStopped(known))
        {
            await translator.CloseAsync(known, null, stopping).ConfigureAwait(false);
            return;
        }
        string message = translator.Error is { } said
            ? LegacyWords.Translate(said.Message)
            : "The connection to the service was lost while the run was streaming.";
        if (response.GetText("status") is "completed" or "failed" or "incomplete")
            await translator.EndAsync(response, stopping).ConfigureAwait(false);
        else
            await translator.CloseAsync(
                await journal.FailAsync(translator.Run, message, stopping).ConfigureAwait(false), null, stopping).ConfigureAwait(false);
        events.Error("server_error", message);
    }

    /// <summary>The run is on record as far as it came: a poll goes on from there.</summary>
    private async Task TellAsync(Exception error, CancellationToken stopping)
    {
        try
        {
            events.Error("server_error", error is V2Exception said ? LegacyWords.Translate(said.Message) : "The run could not be followed.");
            events.Done();
            await FlushAsync(stopping).ConfigureAwait(false);
            pipe.Complete();
        }
        catch (Exception second) when (second is not OutOfMemoryException)
        {
            pipe.Complete(error);
        }
    }

    private async Task FlushAsync(CancellationToken stopping)
    {
        if (frames.Length == 0)
            return;
        await pipe.WriteAsync(frames.Written, stopping).ConfigureAwait(false);
        frames.Clear();
    }

    private ITimer? StartTimer()
    {
        if (translator.Run.ExpiresAt is not { } expiresAt)
            return null;
        // Not a moment early: the run itself counts in whole seconds.
        TimeSpan left = DateTimeOffset.FromUnixTimeSeconds(expiresAt) - time.GetUtcNow() + TimeSpan.FromSeconds(1);
        return time.CreateTimer(
            static state => ((CancellationTokenSource)state!).Cancel(), _expired, left < TimeSpan.Zero ? TimeSpan.Zero : left, Timeout.InfiniteTimeSpan);
    }
}
