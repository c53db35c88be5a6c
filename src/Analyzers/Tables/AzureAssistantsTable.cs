using AgentsMigration.Analyzers.Equivalents;
using AgentsMigration.Analyzers.Model;

namespace AgentsMigration.Analyzers.Tables;

/// <summary>Azure.AI.OpenAI.Assistants 1.0.0-beta: Assistants v1, with file ids on assistants and messages.</summary>
internal static class AzureAssistantsTable
{
    public static LegacyTable Create() => new(
        LegacyFamily.AzureAssistants,
        "Azure.AI.OpenAI.Assistants",
        "AssistantsClient",
        "Azure.AI.OpenAI.Assistants",
        [.. Clients(), .. Assistants(), .. Messages(), .. Files(), .. RunTypes.Azure(), .. ContentTypes.Azure(),
         .. ToolTypes.Assistants(), ContentTypes.Role(), ContentTypes.Page()]);

    private static IEnumerable<LegacyType> Clients()
    {
        yield return new LegacyType("AssistantsClient", TypeRole.Client, ClientEquivalents.Construction)
        {
            ["LinkAssistantFile"] = AgentEquivalents.File,
            ["UnlinkAssistantFile"] = AgentEquivalents.File,
            ["GetAssistantFile"] = AgentEquivalents.File,
            ["GetAssistantFiles"] = AgentEquivalents.File,
            ["GetMessageFile"] = MessageEquivalents.Files,
            ["GetMessageFiles"] = MessageEquivalents.Files,
        }
            .WithAgentCalls("Assistant", "Update", "Assistant")
            .WithThreadCalls("Update", "AssistantThread")
            .WithMessageCalls("Update", "ThreadMessage")
            .WithRunCalls("Update").WithThreadAndRun()
            .WithFileCalls("OpenAIFile");
        yield return new("AssistantsClientOptions", TypeRole.Options, ClientEquivalents.Options);
    }

    private static IEnumerable<LegacyType> Assistants()
    {
        yield return new("Assistant", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = AgentEquivalents.Id,
            ["Name"] = AgentEquivalents.Property,
            ["Description"] = AgentEquivalents.Property,
            ["Model"] = AgentEquivalents.Property,
            ["Instructions"] = AgentEquivalents.Property,
            ["Tools"] = AgentEquivalents.Property.Returning("ToolDefinition"),
            ["FileIds"] = AgentEquivalents.File,
            ["Metadata"] = AgentEquivalents.Property,
            ["CreatedAt"] = AgentEquivalents.Property,
        };
        yield return AssistantOptions("AssistantCreationOptions");
        yield return AssistantOptions("UpdateAssistantOptions");
        yield return new("AssistantFile", TypeRole.Model, AgentEquivalents.File)
        {
            ["Id"] = AgentEquivalents.File,
        };
        yield return new("AssistantThread", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = ThreadEquivalents.Id,
            ["Metadata"] = ThreadEquivalents.Property,
            ["CreatedAt"] = ThreadEquivalents.Property,
        };
        yield return new("AssistantThreadCreationOptions", TypeRole.Options, ThreadEquivalents.Options)
        {
            ["Messages"] = ThreadEquivalents.InitialMessages,
            ["Metadata"] = ThreadEquivalents.Metadata,
        };
        yield return new("CreateRunOptions", TypeRole.Options, RunDataEquivalents.Options)
        {
            ["OverrideModelName"] = RunDataEquivalents.OverrideModel,
            ["OverrideInstructions"] = RunDataEquivalents.OverrideInstructions,
            ["AdditionalInstructions"] = RunDataEquivalents.AdditionalInstructions,
            ["OverrideTools"] = RunDataEquivalents.OverrideTools,
            ["Metadata"] = RunDataEquivalents.RunMetadata,
        };
        yield return new("CreateAndRunThreadOptions", TypeRole.Options, RunDataEquivalents.Options)
        {
            ["Thread"] = RunDataEquivalents.Thread,
            ["OverrideModelName"] = RunDataEquivalents.OverrideModel,
            ["OverrideInstructions"] = RunDataEquivalents.OverrideInstructions,
            ["OverrideTools"] = RunDataEquivalents.OverrideTools,
            ["Metadata"] = RunDataEquivalents.RunMetadata,
        };
    }

    private static LegacyType AssistantOptions(string name) => new(name, TypeRole.Options, AgentEquivalents.Options)
    {
        ["Model"] = AgentEquivalents.Model,
        ["Name"] = AgentEquivalents.Name,
        ["Description"] = AgentEquivalents.Describe,
        ["Instructions"] = AgentEquivalents.Instructions,
        ["Tools"] = AgentEquivalents.Tools,
        ["FileIds"] = ToolEquivalents.CodeInterpreterFiles,
        ["Metadata"] = AgentEquivalents.Metadata,
    };

    private static IEnumerable<LegacyType> Messages()
    {
        yield return new("ThreadMessage", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = MessageEquivalents.Property,
            ["Role"] = MessageEquivalents.Property.Returning("MessageRole"),
            ["ContentItems"] = ContentEquivalents.Items.Returning("MessageContent"),
            ["ThreadId"] = MessageEquivalents.OwnerId,
            ["RunId"] = MessageEquivalents.OwnerId,
            ["AssistantId"] = MessageEquivalents.OwnerId,
            ["FileIds"] = MessageEquivalents.Files,
            ["Metadata"] = MessageEquivalents.NoProperty,
            ["CreatedAt"] = MessageEquivalents.NoProperty,
        };
        yield return new("ThreadInitializationMessage", TypeRole.Options, ThreadEquivalents.InitialMessage)
        {
            ["FileIds"] = MessageEquivalents.Attachment,
            ["Metadata"] = MessageEquivalents.Metadata,
        };
        yield return new("MessageFile", TypeRole.Model, MessageEquivalents.Files)
        {
            ["Id"] = MessageEquivalents.Files,
            ["MessageId"] = MessageEquivalents.Files,
        };
    }

    private static IEnumerable<LegacyType> Files()
    {
        yield return new("OpenAIFile", TypeRole.Model, ClientEquivalents.Signature)
        {
            ["Id"] = FileEquivalents.Id,
            ["Filename"] = FileEquivalents.Filename,
            ["Size"] = FileEquivalents.Size,
            ["Purpose"] = FileEquivalents.Property,
            ["CreatedAt"] = FileEquivalents.Property,
        };
        yield return new("OpenAIFilePurpose", TypeRole.Piece, FileEquivalents.Purpose)
        {
            ["Assistants"] = FileEquivalents.PurposeAssistants,
            ["AssistantsOutput"] = FileEquivalents.PurposeOutput,
            ["FineTune"] = FileEquivalents.PurposeFineTune,
            ["FineTuneResults"] = FileEquivalents.PurposeOutput,
        };
    }
}
