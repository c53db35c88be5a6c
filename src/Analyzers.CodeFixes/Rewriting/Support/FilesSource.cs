namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

/// <summary>Files and stores that are put together apart from the tools, for both targets.</summary>
internal static class FilesSource
{
    public const string Text = """"
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>Files for code interpreter and vector stores for file search that are put together apart from the tools.</summary>
            public sealed partial class AgentFiles
            {
                public CodeInterpreterFiles CodeInterpreter { get; set; }

                public FileSearchStores FileSearch { get; set; }

                /// <summary>The tools with their files. File search without a store has nothing to search, and v2 refuses it.</summary>
                internal static IEnumerable<ResponseTool> Join(IEnumerable<ResponseTool> tools, AgentFiles files) =>
                    (tools ?? Array.Empty<ResponseTool>()).Select(tool => files == null ? tool : files.Join(tool))
                        .Where(tool => !(tool is FileSearchTool search && search.VectorStoreIds.Count == 0));

                private ResponseTool Join(ResponseTool tool) => tool switch
                {
                    CodeInterpreterTool code when CodeInterpreter != null && code.Container.ContainerId == null =>
                        ResponseTool.CreateCodeInterpreterTool(new CodeInterpreterToolContainer(
                            CodeInterpreterToolContainerConfiguration.CreateAutomaticContainerConfiguration(
                                Own(code).Concat(CodeInterpreter.FileIds).Distinct()))),
                    FileSearchTool search when FileSearch != null && search.VectorStoreIds.Count == 0 =>
                        ResponseTool.CreateFileSearchTool(FileSearch.VectorStoreIds, search.MaxResultCount, search.RankingOptions),
                    _ => tool,
                };

                private static IEnumerable<string> Own(CodeInterpreterTool tool) =>
                    (tool.Container.ContainerConfiguration as AutomaticCodeInterpreterToolContainerConfiguration)?.FileIds
                    ?? (IEnumerable<string>)Array.Empty<string>();
            }

            public sealed class CodeInterpreterFiles
            {
                public IList<string> FileIds { get; } = new List<string>();
            }

            public sealed class FileSearchStores
            {
                public FileSearchStores(IEnumerable<string> vectorStoreIds = null)
                {
                    foreach (string id in vectorStoreIds ?? Array.Empty<string>()) VectorStoreIds.Add(id);
                }

                public IList<string> VectorStoreIds { get; } = new List<string>();
            }
        }

        """";
}
