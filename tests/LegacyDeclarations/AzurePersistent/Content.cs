namespace Azure.AI.Agents.Persistent;

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

public class MessageTextUriCitationAnnotation : MessageTextAnnotation
{
    internal MessageTextUriCitationAnnotation() { }
    public MessageTextUriCitationDetails UriCitation { get => throw null; }
    public int? StartIndex { get => throw null; }
    public int? EndIndex { get => throw null; }
}

public class MessageTextUriCitationDetails
{
    internal MessageTextUriCitationDetails() { }
    public string Uri { get => throw null; }
    public string Title { get => throw null; }
}

public abstract class MessageInputContentBlock
{
}

public class MessageInputTextBlock : MessageInputContentBlock
{
    public MessageInputTextBlock(string text) { }
    public string Text { get => throw null; set { } }
}

public class MessageInputImageFileBlock : MessageInputContentBlock
{
    public MessageInputImageFileBlock(MessageImageFileParam imageFile) { }
}

public class MessageInputImageUriBlock : MessageInputContentBlock
{
    public MessageInputImageUriBlock(MessageImageUriParam imageUrl) { }
}

public class MessageImageFileParam
{
    public MessageImageFileParam(string fileId) { }
    public ImageDetailLevel? Detail { get => throw null; set { } }
}

public class MessageImageUriParam
{
    public MessageImageUriParam(string uri) { }
    public ImageDetailLevel? Detail { get => throw null; set { } }
}

public readonly struct ImageDetailLevel : IEquatable<ImageDetailLevel>
{
    public ImageDetailLevel(string value) { }
    public static ImageDetailLevel Auto => throw null;
    public static ImageDetailLevel Low => throw null;
    public static ImageDetailLevel High => throw null;
    public static bool operator ==(ImageDetailLevel left, ImageDetailLevel right) => throw null;
    public static bool operator !=(ImageDetailLevel left, ImageDetailLevel right) => throw null;
    public static implicit operator ImageDetailLevel(string value) => throw null;
    public bool Equals(ImageDetailLevel other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}

public readonly struct MessageStatus : IEquatable<MessageStatus>
{
    public MessageStatus(string value) { }
    public static MessageStatus InProgress => throw null;
    public static MessageStatus Incomplete => throw null;
    public static MessageStatus Completed => throw null;
    public static bool operator ==(MessageStatus left, MessageStatus right) => throw null;
    public static bool operator !=(MessageStatus left, MessageStatus right) => throw null;
    public static implicit operator MessageStatus(string value) => throw null;
    public bool Equals(MessageStatus other) => throw null;
    public override bool Equals(object obj) => throw null;
    public override int GetHashCode() => throw null;
}
