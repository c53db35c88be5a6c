using AgentsMigration.Rewriting.Tests.Verification;

namespace AgentsMigration.Rewriting.Tests.Foundry;

/// <summary>What messages, their images and their files were asked, and given.</summary>
public sealed class MessageTests
{
    public static TheoryData<string> Generations => [.. FoundryReferences.Generations];

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task OriginOfAMessage_IsAskedOfTheItem(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                IEnumerable<string> Of(ThreadRun run, PersistentAgent agent) => client.Messages.GetMessages(run.ThreadId)
                    .Where(message => message.RunId == run.Id && message.AssistantId == agent.Id).Select(message => message.Id);
            }
            """, generation);

        Assert.Empty(rewrite.Left);
        Assert.Contains("message.GetResponseId() == run.Id && message.GetAgentId() == agent.Id", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeOfAMessage_IsNotMadeUp()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                void Show(PersistentThreadMessage message)
                {
                    Console.Write($"{message.CreatedAt:yyyy-MM-dd} - {message.Role,10}: ");
                    Console.Write($"At {message.CreatedAt} by {message.Role}");
                }
            }
            """, "2.0");

        string text = rewrite.Flat();
        Assert.Contains("a response has 'CreatedAt': {message.CreatedAt:yyyy-MM-dd} Console.Write($\"{message.Role,10}: \");", text, StringComparison.Ordinal);
        Assert.Contains("Console.Write($\"At by {message.Role}\");", text, StringComparison.Ordinal);
        Assert.Equal(2, rewrite.Left.Count());
        Assert.DoesNotContain("default(", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TimeOfAMessage_ThatIsReckonedWith_IsLeftToAPerson()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                bool IsOld(PersistentThreadMessage message, DateTimeOffset limit) => message.CreatedAt < limit;
            }
            """, "2.0");

        Assert.StartsWith("an item of a conversation has no time of its own", Assert.Single(rewrite.Left).Left, StringComparison.Ordinal);
        Assert.Contains("=> default(DateTimeOffset) < limit", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task MessageInTwoStatements_ThatNobodyReads_IsInputOfTheRun(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                void Run(PersistentAgentThread thread, PersistentAgent agent)
                {
                    // Ask.
                    Response<PersistentThreadMessage> answer = client.Messages.CreateMessage(thread.Id, MessageRole.User, "Hello");
                    PersistentThreadMessage message = answer.Value;
                    client.Runs.CreateRun(thread, agent);
                }
            }
            """, generation);

        Assert.Empty(rewrite.Left);
        Assert.Contains("{ // Ask. client.ResponsesOf(agent.Id, thread.Id).CreateResponse(AgentRequest.Create([ResponseItem.CreateUserMessageItem(\"Hello\")]", rewrite.Flat(), StringComparison.Ordinal);
        Assert.DoesNotContain("answer", rewrite.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MessageInTwoStatements_OfWhichOneIsRead_StaysACall()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure;
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                string Run(PersistentAgentThread thread, PersistentAgent agent)
                {
                    Response<PersistentThreadMessage> answer = client.Messages.CreateMessage(thread.Id, MessageRole.User, "Hello");
                    PersistentThreadMessage message = answer.Value;
                    client.Runs.CreateRun(thread, agent);
                    return answer.Value.Id;
                }
            }
            """, "2.0");

        Assert.Contains("answer = client.Conversations.CreateMessage(", rewrite.Flat(), StringComparison.Ordinal);
        Assert.Contains("message = answer.Value;", rewrite.Flat(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task StreamedImage_IsABranchOfItsOwn(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                async Task Run(string threadId, PersistentAgent agent)
                {
                    await foreach (StreamingUpdate update in client.Runs.CreateRunStreamingAsync(threadId, agent.Id))
                    {
                        if (update is MessageContentUpdate piece)
                        {
                            Console.Write(piece.Text);
                            // A chart.
                            if (!string.IsNullOrEmpty(piece.ImageFileId))
                            {
                                Console.WriteLine(piece.ImageFileId);
                            }
                        }
                        else if (update.UpdateKind == StreamingUpdateReason.RunCompleted) Console.WriteLine("Done.");
                    }
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("else if (update.GetImageFileId() is { } imageFileId) { Console.WriteLine(imageFileId); } else if (update is StreamingResponseCompletedUpdate)", text, StringComparison.Ordinal);
        Assert.Contains("// A chart.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StreamedImage_BesideTheTextOfItsPiece_IsLeftToAPerson()
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C
            {
                void Show(StreamingUpdate update)
                {
                    if (update is MessageContentUpdate piece)
                    {
                        if (piece.ImageFileId != null) Console.WriteLine(piece.Text + piece.ImageFileId);
                    }
                }
            }
            """, "2.0");

        Assert.NotEmpty(rewrite.Left);
        Assert.All(rewrite.Left, site => Assert.StartsWith("an image comes as an annotation", site.Left, StringComparison.Ordinal));
        Assert.DoesNotContain("GetImageFileId()", rewrite.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Generations))]
    public async Task Upload_KeepsItsToken_WhateverItUploads(string generation)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync("""
            using Azure.AI.Agents.Persistent;

            class C(PersistentAgentsClient client)
            {
                async Task Run(Stream stream, CancellationToken cancellationToken)
                {
                    await client.Files.UploadFileAsync("a.txt", PersistentAgentFilePurpose.Agents, cancellationToken);
                    await client.Files.UploadFileAsync("b.txt", PersistentAgentFilePurpose.Agents);
                    client.Files.UploadFile(stream, PersistentAgentFilePurpose.Agents, "c.txt", cancellationToken);
                }
            }
            """, generation);

        string text = rewrite.Flat();
        Assert.Empty(rewrite.Left);
        Assert.Contains("client.UploadFileAsync(\"a.txt\", FileUploadPurpose.Assistants, cancellationToken)", text, StringComparison.Ordinal);
        Assert.Contains("client.Files.UploadFileAsync(\"b.txt\", FileUploadPurpose.Assistants)", text, StringComparison.Ordinal);
        Assert.Contains("client.Files.UploadFile(stream, \"c.txt\", FileUploadPurpose.Assistants, cancellationToken)", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image.Detail = ImageDetailLevel.High;", "", true)]
    [InlineData("", " { Detail = ImageDetailLevel.High }", true)]
    [InlineData("if (close) image.Detail = ImageDetailLevel.High;", "", false)]
    public async Task DetailOfAnImage_GoesToItsPart_WhereItIsCertain(string statement, string initializer, bool isMoved)
    {
        Rewrite rewrite = await Rewrite.ToFoundryAsync($$"""
            using Azure.AI.Agents.Persistent;

            class C
            {
                MessageInputContentBlock Make(bool close)
                {
                    MessageImageUriParam image = new("https://a.test"){{initializer}};
                    {{statement}}
                    return new MessageInputImageUriBlock(image);
                }
            }
            """, "2.0");

        Assert.Equal(isMoved, rewrite.Flat().Contains("CreateInputImagePart(image, ResponseImageDetailLevel.High)", StringComparison.Ordinal));
        Assert.Equal(isMoved, !rewrite.Left.Any());
    }
}
