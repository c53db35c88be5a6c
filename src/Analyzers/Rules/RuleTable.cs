using System.Collections.Immutable;
using AgentsMigration.Analyzers.Model;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.Rules;

/// <summary>Finds the descriptor of a <see cref="LegacyRule"/>.</summary>
public static class RuleTable
{
    private static readonly Dictionary<LegacyRule, DiagnosticDescriptor> Table = new()
    {
        [LegacyRule.ClientConstruction] = Descriptors.ClientConstruction,
        [LegacyRule.ClientFactory] = Descriptors.ClientFactory,
        [LegacyRule.ClientHeld] = Descriptors.ClientHeld,
        [LegacyRule.ClientRegistration] = Descriptors.ClientRegistration,
        [LegacyRule.ClientOptions] = Descriptors.ClientOptions,
        [LegacyRule.ChatClientAdapter] = Descriptors.ChatClientAdapter,
        [LegacyRule.TypeInSignature] = Descriptors.TypeInSignature,
        [LegacyRule.Paging] = Descriptors.Paging,

        [LegacyRule.CreateAgent] = Descriptors.CreateAgent,
        [LegacyRule.GetAgent] = Descriptors.GetAgent,
        [LegacyRule.UpdateAgent] = Descriptors.UpdateAgent,
        [LegacyRule.DeleteAgent] = Descriptors.DeleteAgent,
        [LegacyRule.AgentFile] = Descriptors.AgentFile,
        [LegacyRule.AgentOption] = Descriptors.AgentOption,
        [LegacyRule.ToolDefinition] = Descriptors.ToolDefinition,
        [LegacyRule.ToolResource] = Descriptors.ToolResource,
        [LegacyRule.AgentProperty] = Descriptors.AgentProperty,

        [LegacyRule.CreateThread] = Descriptors.CreateThread,
        [LegacyRule.GetThread] = Descriptors.GetThread,
        [LegacyRule.UpdateThread] = Descriptors.UpdateThread,
        [LegacyRule.DeleteThread] = Descriptors.DeleteThread,
        [LegacyRule.CreateMessage] = Descriptors.CreateMessage,
        [LegacyRule.GetMessage] = Descriptors.GetMessage,
        [LegacyRule.ListMessages] = Descriptors.ListMessages,
        [LegacyRule.UpdateMessage] = Descriptors.UpdateMessage,
        [LegacyRule.DeleteMessage] = Descriptors.DeleteMessage,
        [LegacyRule.MessageFile] = Descriptors.MessageFile,
        [LegacyRule.ThreadOption] = Descriptors.ThreadOption,
        [LegacyRule.MessageRole] = Descriptors.MessageRole,
        [LegacyRule.ThreadProperty] = Descriptors.ThreadProperty,

        [LegacyRule.CreateRun] = Descriptors.CreateRun,
        [LegacyRule.GetRun] = Descriptors.GetRun,
        [LegacyRule.ListRuns] = Descriptors.ListRuns,
        [LegacyRule.UpdateRun] = Descriptors.UpdateRun,
        [LegacyRule.CancelRun] = Descriptors.CancelRun,
        [LegacyRule.CreateThreadAndRun] = Descriptors.CreateThreadAndRun,
        [LegacyRule.SubmitToolOutputs] = Descriptors.SubmitToolOutputs,
        [LegacyRule.StreamRun] = Descriptors.StreamRun,
        [LegacyRule.StreamToolOutputs] = Descriptors.StreamToolOutputs,
        [LegacyRule.PollingLoop] = Descriptors.PollingLoop,
        [LegacyRule.ToolOutputLoop] = Descriptors.ToolOutputLoop,
        [LegacyRule.StreamingLoop] = Descriptors.StreamingLoop,
        [LegacyRule.GetRunStep] = Descriptors.GetRunStep,
        [LegacyRule.RunStatus] = Descriptors.RunStatus,
        [LegacyRule.RunStatusText] = Descriptors.RunStatusText,
        [LegacyRule.RequiredAction] = Descriptors.RequiredAction,
        [LegacyRule.ToolOutput] = Descriptors.ToolOutput,
        [LegacyRule.RunProperty] = Descriptors.RunProperty,
        [LegacyRule.RunOption] = Descriptors.RunOption,
        [LegacyRule.StreamingUpdate] = Descriptors.StreamingUpdate,
        [LegacyRule.RunStepDetail] = Descriptors.RunStepDetail,

        [LegacyRule.MessageContent] = Descriptors.MessageContent,
        [LegacyRule.TextContent] = Descriptors.TextContent,
        [LegacyRule.ImageContent] = Descriptors.ImageContent,
        [LegacyRule.FilePathAnnotation] = Descriptors.FilePathAnnotation,
        [LegacyRule.CitationAnnotation] = Descriptors.CitationAnnotation,
        [LegacyRule.InputContent] = Descriptors.InputContent,
        [LegacyRule.UploadFile] = Descriptors.UploadFile,
        [LegacyRule.ManageFile] = Descriptors.ManageFile,
        [LegacyRule.FileContent] = Descriptors.FileContent,
        [LegacyRule.FileProperty] = Descriptors.FileProperty,
        [LegacyRule.VectorStore] = Descriptors.VectorStore,
        [LegacyRule.VectorStoreFile] = Descriptors.VectorStoreFile,

        [LegacyRule.RestPath] = Descriptors.RestPath,
        [LegacyRule.BetaHeader] = Descriptors.BetaHeader,
        [LegacyRule.ApiVersion] = Descriptors.ApiVersion,
        [LegacyRule.ConnectionString] = Descriptors.ConnectionString,
        [LegacyRule.PackageReference] = Descriptors.PackageReference,
    };

    /// <summary>Gets all rules in the order of their ids.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ImmutableArray.CreateRange(Table.Values);

    public static DiagnosticDescriptor For(LegacyRule rule) => Table[rule];
}
