using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace AgentsMigration.Gateway.Tests.Clients;

/// <summary>curl, as the samples of the documentation call it.</summary>
internal sealed class Curl(string service, string query, params string[] headers)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The answer's JSON; the test is skipped where there is no curl.</summary>
    /// <param name="path">Behind the service's address.</param>
    /// <param name="options">As a sample gives them.</param>
    public async Task<JsonElement> SendAsync(string path, params string[] options)
    {
        string output = await RunAsync(path, options);
        return JsonElement.Parse(output);
    }

    /// <summary>Sends JSON the way the samples do.</summary>
    public Task<JsonElement> PostAsync(string path, string json) =>
        SendAsync(path, "-H", "Content-Type: application/json", "-d", json);

    public async Task<string> RunAsync(string path, params string[] options)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo(
                "curl",
                ["--silent", "--show-error", "--fail-with-body", $"{service}{path}?{query}", .. headers.SelectMany(header => new[] { "-H", header }), .. options])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = process.StandardError.ReadToEndAsync(Cancelled);
            string output = await process.StandardOutput.ReadToEndAsync(Cancelled);
            await process.WaitForExitAsync(Cancelled);
            Assert.True(process.ExitCode == 0, $"{path}: {output}{await errors}");
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("curl is not installed: the samples of the documentation are not run.");
            throw;
        }
    }
}
