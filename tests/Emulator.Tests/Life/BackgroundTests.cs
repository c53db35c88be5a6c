using AgentsMigration.Emulator.Tests.Support;
using AgentsMigration.TestSupport;

namespace AgentsMigration.Emulator.Tests.Life;

public sealed class BackgroundTests : EmulatorTest
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task Create_Background_IsQueuedThenInProgressThenCompleted()
    {
        string conversation = await OpenAI.ConversationAsync("Hello");
        Answer created = (await CreateAsync(conversation)).Ok();
        Assert.Equal("queued", created["status"]!.GetValue<string>());
        Assert.Empty(created.Output);
        Assert.Null(created["usage"]);

        await NextAsync();
        await UntilStatusAsync(created.Id, "in_progress");
        await UntilAsync(() => _clock.WaitingTimers == 1);
        _clock.Advance(Step);
        await UntilStatusAsync(created.Id, "completed");

        Answer done = (await OpenAI.GetAsync("/responses/" + created.Id)).Ok();
        Assert.Equal(_clock.GetUtcNow().ToUnixTimeSeconds(), done["completed_at"]!.GetValue<long>());
        Assert.True(done["usage"]!["total_tokens"]!.GetValue<int>() > 0);
    }

    [Fact]
    public async Task Conversation_WhileGenerating_IsLockedAndHasNothingNew()
    {
        string conversation = await OpenAI.ConversationAsync("Hello");
        Answer created = (await OpenAI.PostAsync("/responses", $$"""
            {"model":"m","conversation":"{{conversation}}","background":true,"input":"Hi again"}
            """)).Ok();
        const string Message = "Another process is currently operating on this conversation. Please retry in a few seconds.";

        (await CreateAsync(conversation)).IsRefused(400, Message, "conversation", "conversation_locked");
        (await OpenAI.PostAsync($"/conversations/{conversation}/items",
            """{"items":[{"role":"user","content":"x"}]}"""))
            .IsRefused(400, Message, "conversation", "conversation_locked");
        Assert.Single((await OpenAI.GetAsync($"/conversations/{conversation}/items")).Ok().Data);

        await CompleteAsync(created.Id);
        Answer items = (await OpenAI.GetAsync($"/conversations/{conversation}/items?order=asc")).Ok();
        Assert.Equal(["user", "user", "assistant"], items.Data.Select(item => item!["role"]!.GetValue<string>()));
    }

    [Fact]
    public async Task Create_ManyAtOnceInOneConversation_OneIsAccepted()
    {
        string conversation = await OpenAI.ConversationAsync("Hello");
        Answer[] answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => CreateAsync(conversation)));
        Assert.Single(answers, answer => answer.Status == System.Net.HttpStatusCode.OK);
    }

    [Fact]
    public async Task Cancel_WhileQueued_IsCancelledAtOnceAndFreesTheConversation()
    {
        string conversation = await OpenAI.ConversationAsync("Hello");
        Answer created = (await CreateAsync(conversation)).Ok();

        Answer cancelled = (await OpenAI.PostAsync($"/responses/{created.Id}/cancel")).Ok();
        Assert.Equal("cancelled", cancelled["status"]!.GetValue<string>());
        Assert.Equal("cancelled",
            (await OpenAI.PostAsync($"/responses/{created.Id}/cancel")).Ok()["status"]!.GetValue<string>());
        Assert.Single((await OpenAI.GetAsync($"/conversations/{conversation}/items")).Ok().Data);
        (await CreateAsync(conversation)).Ok();
    }

    [Fact]
    public async Task Cancel_Completed_StaysCompleted()
    {
        Answer created = (await CreateAsync(await OpenAI.ConversationAsync("Hello"))).Ok();
        await CompleteAsync(created.Id);
        Assert.Equal("completed",
            (await OpenAI.PostAsync($"/responses/{created.Id}/cancel")).Ok()["status"]!.GetValue<string>());
    }

    [Fact]
    public async Task Stream_ResumedBehindAnEvent_GoesOnWithTheNext()
    {
        Task<IReadOnlyList<StreamEvent>> stream = OpenAI.StreamAsync("/responses",
            """{"model":"m","input":"Hello","background":true,"stream":true}""");
        await NextAsync();
        await NextAsync();
        IReadOnlyList<StreamEvent> all = await stream;
        string id = all[0].Data["response"]!["id"]!.GetValue<string>();
        Assert.Equal(["response.created", "response.queued", "response.in_progress"],
            all.Take(3).Select(entry => entry.Name));

        Answer resumed = (await OpenAI.GetAsync($"/responses/{id}?stream=true&starting_after=2")).Ok();

        Assert.Equal(all.Skip(3).Select(entry =>
            entry.Data.ToJsonString()), StreamEvent.Parse(resumed.Text).Select(entry => entry.Data.ToJsonString()));
    }

    [Fact]
    public async Task Stream_CreatedWithoutStream_CannotBeResumed()
    {
        Answer created = (await CreateAsync(await OpenAI.ConversationAsync("Hello"))).Ok();
        Answer refused = await OpenAI.GetAsync($"/responses/{created.Id}?stream=true");
        Assert.Equal("stream", refused["error"]!["param"]!.GetValue<string>());
    }

    protected override void Configure(EmulatorOptions options)
    {
        options.TimeProvider = _clock;
        options.QueueDelay = Step;
        options.GenerationDelay = Step;
    }

    private Task<Answer> CreateAsync(string conversation) => OpenAI.PostAsync("/responses",
        $$"""{"model":"m","conversation":"{{conversation}}","background":true}""");

    private async Task<string> StatusAsync(string id) =>
        (await OpenAI.GetAsync("/responses/" + id)).Ok()["status"]!.GetValue<string>();

    private async Task CompleteAsync(string id)
    {
        await NextAsync();
        await NextAsync();
        await UntilStatusAsync(id, "completed");
    }

    private async Task NextAsync()
    {
        await UntilAsync(() => _clock.WaitingTimers == 1);
        _clock.Advance(Step);
    }

    private async Task UntilStatusAsync(string id, string status)
    {
        while (await StatusAsync(id) != status) Cancelled.ThrowIfCancellationRequested();
    }
}
