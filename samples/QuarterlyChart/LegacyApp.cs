using OpenAI;
using OpenAI.Assistants;
using OpenAI.Files;

namespace QuarterlyChart;

/// <summary>Asks an assistant with code interpreter for a chart of the uploaded figures and saves what comes back.</summary>
public sealed class LegacyApp
{
    private readonly AssistantClient _assistants;
    private readonly OpenAIFileClient _files;
    private readonly LegacyAppOptions _options;
    private readonly TextWriter _output;
    private readonly List<string> _fileIds = [];
    private string? _assistantId;
    private string? _threadId;

    private LegacyApp(OpenAIClient client, LegacyAppOptions options, TextWriter output)
    {
        _assistants = client.GetAssistantClient();
        _files = client.GetOpenAIFileClient();
        _options = options;
        _output = output;
    }

    public static async Task<int> RunAsync(
        OpenAIClient client, LegacyAppOptions options, TextWriter output, CancellationToken cancellationToken = default)
    {
        LegacyApp app = new(client, options, output);
        try
        {
            return await app.AskForChartAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            output.WriteLine($"Error: {e.Message}");
            return 1;
        }
        finally
        {
            await app.CleanUpAsync();
        }
    }

    private async Task<int> AskForChartAsync(CancellationToken cancellationToken)
    {
        _output.WriteLine($"Uploading {Path.GetFileName(_options.CsvPath)} ...");
        OpenAIFile csv = await _files.UploadFileAsync(_options.CsvPath, FileUploadPurpose.Assistants);
        _fileIds.Add(csv.Id);

        _output.WriteLine("Creating the assistant ...");
        Assistant assistant = await _assistants.CreateAssistantAsync(
            _options.Model,
            new AssistantCreationOptions
            {
                Name = "Quarterly results",
                Instructions = "You are a helpful assistant that analyses quarterly results with Python.",
                Tools = { ToolDefinition.CreateCodeInterpreter() },
                ToolResources = new ToolResources
                {
                    CodeInterpreter = new CodeInterpreterToolResources { FileIds = { csv.Id } },
                },
            },
            cancellationToken);
        _assistantId = assistant.Id;

        AssistantThread thread = await _assistants.CreateThreadAsync(cancellationToken: cancellationToken);
        _threadId = thread.Id;

        _output.WriteLine($"Asking: {_options.Question}");
        await _assistants.CreateMessageAsync(
            thread.Id, MessageRole.User, [_options.Question], cancellationToken: cancellationToken);

        ThreadRun run = await _assistants.CreateRunAsync(
            thread.Id, assistant.Id, cancellationToken: cancellationToken);
        RunStatus shown = run.Status;
        _output.WriteLine($"The run is {shown} ...");
        while (run.Status == RunStatus.Queued || run.Status == RunStatus.InProgress)
        {
            await Task.Delay(_options.PollInterval, cancellationToken);
            run = await _assistants.GetRunAsync(thread.Id, run.Id, cancellationToken);
            if (run.Status != shown)
            {
                shown = run.Status;
                _output.WriteLine($"The run is {shown} ...");
            }
        }

        if (run.Status != RunStatus.Completed)
        {
            _output.WriteLine($"The run ended as {run.Status}: {run.LastError?.Message ?? "no reason given"}");
            return 1;
        }

        return await ShowAnswerAsync(thread.Id, cancellationToken);
    }

    private async Task<int> ShowAnswerAsync(string threadId, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_options.OutputFolder);
        int images = 0;
        int saved = 0;

        // Note: messages iterate from newest to oldest.
        await foreach (ThreadMessage message in _assistants.GetMessagesAsync(
            threadId, cancellationToken: cancellationToken))
        {
            _output.WriteLine();
            _output.WriteLine($"[{message.Role}]");
            foreach (MessageContent content in message.Content)
            {
                if (!string.IsNullOrEmpty(content.Text))
                {
                    _output.WriteLine(content.Text);
                }

                if (!string.IsNullOrEmpty(content.ImageFileId))
                {
                    images++;
                    string name = images == 1 ? "chart.png" : $"chart-{images}.png";
                    await SaveAsync(content.ImageFileId, name, cancellationToken);
                    saved++;
                }

                foreach (TextAnnotation annotation in content.TextAnnotations)
                {
                    if (!string.IsNullOrEmpty(annotation.OutputFileId))
                    {
                        string name = Path.GetFileName(annotation.TextToReplace);
                        await SaveAsync(annotation.OutputFileId, name, cancellationToken);
                        saved++;
                    }
                }
            }
        }

        if (saved == 0)
        {
            _output.WriteLine("The answer holds no file.");
            return 1;
        }

        return 0;
    }

    private async Task SaveAsync(string fileId, string name, CancellationToken cancellationToken)
    {
        BinaryData bytes = await _files.DownloadFileAsync(fileId, cancellationToken);
        string path = Path.Combine(_options.OutputFolder, name);
        await File.WriteAllBytesAsync(path, bytes.ToArray(), cancellationToken);
        if (!_fileIds.Contains(fileId))
        {
            _fileIds.Add(fileId);
        }

        _output.WriteLine($"Saved {path}");
    }

    /// <summary>Deletes whatever was made, also when the app failed half-way or was cancelled.</summary>
    private async Task CleanUpAsync()
    {
        if (_threadId is not null)
        {
            await TryAsync("the thread", _threadId, id => _assistants.DeleteThreadAsync(id));
        }

        if (_assistantId is not null)
        {
            await TryAsync("the assistant", _assistantId, id => _assistants.DeleteAssistantAsync(id));
        }

        foreach (string fileId in _fileIds)
        {
            await TryAsync("the file", fileId, id => _files.DeleteFileAsync(id));
        }
    }

    private async Task TryAsync(string what, string id, Func<string, Task> delete)
    {
        try
        {
            await delete(id);
        }
        catch (Exception e)
        {
            _output.WriteLine($"Could not delete {what} {id}: {e.Message}");
        }
    }
}
