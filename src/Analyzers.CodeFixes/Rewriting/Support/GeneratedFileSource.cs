namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

/// <summary>Ids of files that code wrote, for both targets.</summary>
internal static class GeneratedFileSource
{
    public const string Text = """
        using System;
        using System.ClientModel;
        using System.Linq;
        using OpenAI.Containers;
        using OpenAI.Files;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>A file that code wrote: its container's id and its own, in one that suits a file name too.</summary>
            internal static class GeneratedFile
            {
                public static string Id(ContainerFileCitationMessageAnnotation citation) => citation.ContainerId + "-" + citation.FileId;

                public static bool TryRead(string id, out string containerId, out string fileId)
                {
                    int end = id.StartsWith("cntr_", StringComparison.Ordinal) ? id.IndexOf('-') : -1;
                    containerId = end < 0 ? "" : id.Substring(0, end);
                    fileId = end < 0 ? "" : id.Substring(end + 1);
                    return end >= 0;
                }

                public static ClientResult<OpenAIFile> Describe(string id, ClientResult<ContainerFileResource> answer)
                {
                    ContainerFileResource file = answer.Value;
                    return ClientResult.FromValue(
                        OpenAIFilesModelFactory.OpenAIFileInfo(
                            id: id,
                            sizeInBytes: (int?)file.SizeInBytes,
                            createdAt: file.CreatedAt,
                            filename: file.Path == null ? id : file.Path.Split('/').Last(),
                            purpose: FilePurpose.AssistantsOutput,
                            status: FileStatus.Processed,
                            statusDetails: null),
                        answer.GetRawResponse());
                }
            }
        }

        """;
}
