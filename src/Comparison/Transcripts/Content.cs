namespace AgentsMigration.Comparison.Transcripts;

/// <summary>A part of a message.</summary>
public abstract record ContentPart;

/// <summary>Text.</summary>
/// <param name="Text">The text as it was shown.</param>
/// <param name="Annotations">What it points to.</param>
public sealed record TextPart(string Text, IReadOnlyList<Annotation> Annotations) : ContentPart;

/// <summary>An image, by file or by address.</summary>
/// <param name="File">The file, if it is one.</param>
/// <param name="Address">The address, if it has one.</param>
public sealed record ImagePart(FileReference? File, string? Address) : ContentPart;

/// <summary>What the model did not want to say.</summary>
/// <param name="Text">Its words.</param>
public sealed record RefusalPart(string Text) : ContentPart;

/// <summary>A file that goes with a message.</summary>
/// <param name="File">The file.</param>
public sealed record FilePart(FileReference File) : ContentPart;

/// <summary>What a place of a text points to.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The words at that place.</param>
/// <param name="File">The file that it names.</param>
public sealed record Annotation(AnnotationKind Kind, string Text, FileReference? File);

/// <summary>What an annotation is.</summary>
public enum AnnotationKind
{
    /// <summary>A link to a file that was made.</summary>
    FilePath,

    /// <summary>The source of a statement, in a file.</summary>
    FileCitation,

    /// <summary>The source of a statement, on the web.</summary>
    UrlCitation,
}

/// <summary>The tokens that a run took.</summary>
/// <param name="Input">Of the prompt.</param>
/// <param name="Output">Of the completion.</param>
public sealed record TokenUsage(long Input, long Output);
