namespace AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;

internal static class ExtensionSource
{
    public const string Text = """"
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Runtime.CompilerServices;
        using OpenAI.Responses;

        namespace NAMESPACE
        {
            /// <summary>Questions that code with assistants asked of runs, messages and updates, as v2 answers them.</summary>
            public static class AgentExtensions
            {
                private static readonly ConditionalWeakTable<ResponseMessageAnnotation, ResponseContentPart> Parts =
                    new ConditionalWeakTable<ResponseMessageAnnotation, ResponseContentPart>();

                /// <summary>True when functions are to be called, or calls of a server approved, before the answer goes on.</summary>
                public static bool NeedsToolOutputs(this ResponseResult response) => response.Status == ResponseStatus.Completed
                    && response.OutputItems.Any(item => item is FunctionCallResponseItem or McpToolCallApprovalRequestItem);

                /// <summary>True when calls of a server are to be approved.</summary>
                public static bool NeedsApprovals(this ResponseResult response) => response.Status == ResponseStatus.Completed
                    && response.OutputItems.Any(item => item is McpToolCallApprovalRequestItem);

                public static bool IsCompleted(this ResponseResult response) =>
                    response.Status == ResponseStatus.Completed && !response.NeedsToolOutputs();

                public static bool HasEnded(this ResponseResult response) =>
                    !(response.Status is ResponseStatus.Queued or ResponseStatus.InProgress) && !response.NeedsToolOutputs();

                /// <summary>The status in the words of the wire.</summary>
                public static string GetStatusText(this ResponseResult response) =>
                    response.NeedsToolOutputs() ? "requires_action" : response.Status.ToText();

                public static string ToText(this ResponseStatus? status) =>
                    status == ResponseStatus.InProgress ? "in_progress" : status?.ToString().ToLowerInvariant() ?? "";

                /// <summary>The response that an update is about; null for updates about its items.</summary>
                public static ResponseResult GetResponse(this StreamingResponseUpdate update) => update switch
                {
                    StreamingResponseCreatedUpdate created => created.Response,
                    StreamingResponseQueuedUpdate queued => queued.Response,
                    StreamingResponseInProgressUpdate going => going.Response,
                    StreamingResponseCompletedUpdate completed => completed.Response,
                    StreamingResponseIncompleteUpdate incomplete => incomplete.Response,
                    StreamingResponseFailedUpdate failed => failed.Response,
                    _ => null,
                };

                /// <summary>
                /// The content with each image that code made as a part of its own before the text that cites it.
                /// </summary>
                public static IEnumerable<ResponseContentPart> GetParts(this MessageResponseItem message)
                {
                    foreach (ResponseContentPart part in message.Content)
                    {
                        foreach (ContainerFileCitationMessageAnnotation image in part.GetImages())
                            yield return ResponseContentPart.CreateOutputTextPart("", new ResponseMessageAnnotation[] { image });
                    }

                    foreach (ResponseContentPart part in message.Content) yield return part;
                }

                /// <summary>The annotations of a text; what users wrote has none.</summary>
                public static IReadOnlyList<ResponseMessageAnnotation> GetAnnotations(this ResponseContentPart part)
                {
                    IReadOnlyList<ResponseMessageAnnotation> annotations =
                        part.OutputTextAnnotations ?? (IReadOnlyList<ResponseMessageAnnotation>)Array.Empty<ResponseMessageAnnotation>();
                    foreach (ResponseMessageAnnotation annotation in annotations) Parts.GetValue(annotation, _ => part);
                    return annotations;
                }

                /// <summary>The id of the image that a part is; null for a part that is none.</summary>
                public static string GetImageFileId(this ResponseContentPart part)
                {
                    if (part.InputImageFileId != null) return part.InputImageFileId;
                    return string.IsNullOrEmpty(part.Text) && part.GetImages().FirstOrDefault() is { } image ? GeneratedFile.Id(image) : null;
                }

                public static Uri GetImageUri(this ResponseContentPart part) =>
                    part.InputImageUri == null ? null : new Uri(part.InputImageUri.ToString());

                /// <summary>The id of a file that code wrote and the text refers to.</summary>
                public static string GetOutputFileId(this ResponseMessageAnnotation annotation) =>
                    annotation is ContainerFileCitationMessageAnnotation file && !IsImage(file) ? GeneratedFile.Id(file) : null;

                /// <summary>The id of a file that file search cites.</summary>
                public static string GetInputFileId(this ResponseMessageAnnotation annotation) =>
                    (annotation as FileCitationMessageAnnotation)?.FileId;

                public static int GetStartIndex(this ResponseMessageAnnotation annotation) => annotation switch
                {
                    ContainerFileCitationMessageAnnotation file => file.StartIndex,
                    UriCitationMessageAnnotation uri => uri.StartIndex,
                    FileCitationMessageAnnotation file => file.Index,
                    _ => 0,
                };

                public static int GetEndIndex(this ResponseMessageAnnotation annotation) => annotation switch
                {
                    ContainerFileCitationMessageAnnotation file => file.EndIndex,
                    UriCitationMessageAnnotation uri => uri.EndIndex,
                    FileCitationMessageAnnotation file => file.Index,
                    _ => 0,
                };

                /// <summary>The same for an annotation that <see cref="GetAnnotations"/> gave.</summary>
                public static string GetText(this ResponseMessageAnnotation annotation) =>
                    Parts.TryGetValue(annotation, out ResponseContentPart part) ? annotation.GetText(part) : "";

                /// <summary>The piece of the text that an annotation is about; never empty, so that it can be replaced.</summary>
                public static string GetText(this ResponseMessageAnnotation annotation, ResponseContentPart part)
                {
                    string text = part.Text ?? "";
                    int start = annotation.GetStartIndex();
                    int end = annotation.GetEndIndex();
                    if (start >= 0 && end > start && end <= text.Length) return text.Substring(start, end - start);

                    // File search says where it cites; what mark it leaves there, if any, is up to the service.
                    int open = text.Length == 0 ? -1 : text.LastIndexOf('\u3010', Math.Max(0, Math.Min(start, text.Length - 1)));
                    int close = open < 0 ? -1 : text.IndexOf('\u3011', open);
                    return close >= 0 && close + 1 >= start ? text.Substring(open, close + 1 - open) : "\u3010source\u3011";
                }

                private static IEnumerable<ContainerFileCitationMessageAnnotation> GetImages(this ResponseContentPart part) =>
                    part.GetAnnotations().OfType<ContainerFileCitationMessageAnnotation>().Where(IsImage);

                /// <summary>An image that the text shows rather than links to.</summary>
                private static bool IsImage(ContainerFileCitationMessageAnnotation file) => file.EndIndex <= file.StartIndex;
            }
        }

        """";
}
