// A queue of questions, answered by a background service with a time limit for each.
using System.ClientModel;
using System.Threading.Channels;
using OpenAI;
using OpenAI.Assistants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jobs;

public static class Program
{
    public static async Task Main()
    {
        var channel = Channel.CreateUnbounded<Job>();
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(_ => new AssistantClient(
            new ApiKeyCredential(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!),
            new OpenAIClientOptions { Endpoint = new Uri(Environment.GetEnvironmentVariable("OPENAI_ENDPOINT")!) }));
        builder.Services.AddSingleton(channel);
        builder.Services.AddHostedService<JobWorker>();
        using var host = builder.Build();
        await host.StartAsync();
        var job = new Job("When is breakfast?", new());
        await channel.Writer.WriteAsync(job);
        Console.WriteLine(await job.Done.Task);
        await host.StopAsync();
    }
}

public sealed record Job(string Prompt, TaskCompletionSource<string> Done);

internal sealed class JobWorker : BackgroundService
{
    private readonly AssistantClient _client;
    private readonly Channel<Job> _jobs;
    private readonly ILogger<JobWorker> _logger;
    private string _assistantId = string.Empty;

    public JobWorker(AssistantClient client, Channel<Job> jobs, ILogger<JobWorker> logger)
        => (_client, _jobs, _logger) = (client, jobs, logger);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var result = await _client.CreateAssistantAsync("gpt-4o-mini", new AssistantCreationOptions { Name = "worker" }, cancellationToken).ConfigureAwait(false);
        _assistantId = result.Value.Id;
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var job in _jobs.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                job.Done.SetResult(await HandleAsync(job, stoppingToken));
            }
            catch (ClientResultException ex)
            {
                _logger.LogError(ex, "The service answered {Status}", ex.Status);
                job.Done.SetException(ex);
            }
        }
    }

    private async Task<string> HandleAsync(Job job, CancellationToken cancellationToken)
    {
        var run = await _client.CreateThreadAndRunAsync(
            _assistantId,
            new ThreadCreationOptions { InitialMessages = { new ThreadInitializationMessage(MessageRole.User, [job.Prompt]) } },
            cancellationToken: cancellationToken);

        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(TimeSpan.FromSeconds(30));
        while (run.Value.Status == RunStatus.Queued || run.Value.Status == RunStatus.InProgress)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), timeout.Token);
            run = await _client.GetRunAsync(run.Value.ThreadId, run.Value.Id, timeout.Token);
        }

        var answer = new System.Text.StringBuilder();
        await foreach (var message in _client.GetMessagesAsync(run.Value.ThreadId, cancellationToken: cancellationToken))
        {
            if (message.Role != MessageRole.Assistant) continue;
            foreach (var part in message.Content) answer.AppendLine(part.Text);
            break;
        }

        await _client.DeleteThreadAsync(run.Value.ThreadId, cancellationToken);
        return answer.ToString().Trim();
    }
}
