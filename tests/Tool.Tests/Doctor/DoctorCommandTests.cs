using System.Text.Json;
using AgentsMigration.Emulator;

namespace AgentsMigration.Tool.Tests.Doctor;

/// <summary>The command, really run: what it prints and how it ends.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public async Task Doctor_WorkingService_EndsWith0()
    {
        await using EmulatorServer emulator = await EmulatorServer.StartAsync(new EmulatorOptions { ApiKey = "k-e-y" }, TestContext.Current.CancellationToken);

        (int exitCode, string output, string errors) = await ToolProcess.RunAsync(
            "doctor", "--target", "azure-openai", "--endpoint", emulator.AzureOpenAIEndpoint.ToString(), "--api-key", "k-e-y",
            "--model", "gpt-4o", "--region", "swedencentral");

        Assert.True(exitCode == 0, output + errors);
        Assert.Contains("Ready.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("k-e-y", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_Problems_EndWith1AndStandInTheJson()
    {
        (int exitCode, string output, _) = await ToolProcess.RunAsync(
            "doctor", "--target", "openai", "--endpoint", "http://127.0.0.1:9/v1", "--api-key", "k-e-y", "--json");

        JsonElement report = JsonElement.Parse(output);
        Assert.Equal(1, exitCode);
        Assert.Equal(("openai", 1), (report.GetProperty("target").GetString(), report.GetProperty("problems").GetInt32()));
        JsonElement last = report.GetProperty("findings").EnumerateArray().Last();
        Assert.Equal(("reachability", "problem"), (last.GetProperty("check").GetString(), last.GetProperty("verdict").GetString()));
        Assert.NotEmpty(last.GetProperty("advice").GetString()!);
    }

    [Theory]
    [InlineData("--target is missing: foundry, openai, azure-openai or responses.")]
    [InlineData("--target must be foundry, openai, azure-openai or responses, not 'bedrock'.", "--target", "bedrock")]
    [InlineData("--endpoint is missing.", "--target", "foundry")]
    [InlineData("--endpoint must be an absolute http(s) URL", "--target", "foundry", "--endpoint", "there")]
    [InlineData("--endpoint must be an absolute http(s) URL", "--target", "foundry", "--endpoint", "https://me:secret@host")]
    [InlineData("--api-key is missing", "--target", "openai")]
    [InlineData("--endpoint is missing", "--target", "responses", "--api-key", "k")]
    [InlineData("--api-key is missing", "--target", "responses", "--endpoint", "http://127.0.0.1:9/v1")]
    [InlineData("--timeout must be a number of seconds", "--target", "openai", "--api-key", "k", "--timeout", "soon")]
    public async Task Doctor_WrongOption_EndsWith2AndSaysWhich(string message, params string[] arguments)
    {
        (int exitCode, string output, string errors) = await ToolProcess.RunAsync(["doctor", .. arguments]);

        Assert.Equal((2, ""), (exitCode, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", errors, StringComparison.Ordinal);
    }
}
