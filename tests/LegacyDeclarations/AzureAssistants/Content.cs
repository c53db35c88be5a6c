namespace Azure.AI.OpenAI.Assistants;

public abstract class MessageContent
{
}

public class MessageTextContent : MessageContent
{
    internal MessageTextContent() { }
    public string Text { get => throw null; }
    public IReadOnlyList<MessageTextAnnotation> Annotations { get => throw null; }
}

public class MessageImageFileContent : MessageContent
{
    internal MessageImageFileContent() { }
    public string FileId { get => throw null; }
}

public abstract class MessageTextAnnotation
{
    public string Text => throw null;
}

public class MessageTextFilePathAnnotation : MessageTextAnnotation
{
    internal MessageTextFilePathAnnotation() { }
    public string FileId { get => throw null; }
    public int? StartIndex { get => throw null; }
    public int? EndIndex { get => throw null; }
}

public class MessageTextFileCitationAnnotation : MessageTextAnnotation
{
    internal MessageTextFileCitationAnnotation() { }
    public string FileId { get => throw null; }
    public string Quote { get => throw null; }
    public int? StartIndex { get => throw null; }
    public int? EndIndex { get => throw null; }
}
