namespace AgentsMigration.Adapter.Streaming;

/// <summary>
/// What one piece of output has in common with the next: everything but its number and its text. A long stream is compared
/// with it rather than parsed; what does not fit exactly is parsed, and becomes the template.
/// </summary>
internal sealed class DeltaTemplate
{
    private readonly byte[][] _fixed = [[], [], []];
    private byte[] _itemId = [];
    private DeltaKind _kind;
    private int _contentIndex;
    private bool _textFirst;

    public void Learn(ReadOnlySpan<byte> data, scoped in V2Delta delta)
    {
        _kind = DeltaKind.None;
        if (delta.SequenceStart == 0 || delta.TextStart == 0)
            return;
        _textFirst = delta.TextStart < delta.SequenceStart;
        (int from, int to) text = (delta.TextStart, delta.TextStart + delta.Escaped.Length);
        (int from, int to) number = (delta.SequenceStart, delta.SequenceEnd);
        ((int from, int to) first, (int from, int to) second) = _textFirst ? (text, number) : (number, text);
        _fixed[0] = data.Slice(0, first.from).ToArray();
        _fixed[1] = data.Slice(first.to, second.from - first.to).ToArray();
        _fixed[2] = data.Slice(second.to).ToArray();
        _itemId = delta.ItemId.ToArray();
        (_kind, _contentIndex) = (delta.Kind, delta.ContentIndex);
    }

    public bool TryRead(ReadOnlySpan<byte> data, out V2Delta delta)
    {
        delta = default;
        if (_kind == DeltaKind.None || !data.StartsWith(_fixed[0]) || !data.EndsWith(_fixed[2]))
            return false;
        int at = _fixed[0].Length;
        int end = data.Length - _fixed[2].Length;
        if (at > end)
            return false;
        ReadOnlySpan<byte> varying = data.Slice(at, end - at);
        int first = _textFirst ? TextLength(varying) : NumberLength(varying);
        if (first < 0 || !varying.Slice(first).StartsWith(_fixed[1]))
            return false;
        ReadOnlySpan<byte> last = varying.Slice(first + _fixed[1].Length);
        ReadOnlySpan<byte> text = _textFirst ? varying.Slice(0, first) : last;
        ReadOnlySpan<byte> number = _textFirst ? last : varying.Slice(0, first);
        // Whole, and nothing behind: else the event has another shape.
        if (NumberLength(number) != number.Length || TextLength(text) >= 0 || EndsInEscape(text))
            return false;

        long sequence = 0;
        foreach (byte digit in number)
            sequence = (sequence * 10) + (digit - '0');
        delta = new V2Delta { Kind = _kind, Sequence = sequence, ContentIndex = _contentIndex, ItemId = _itemId, Escaped = text };
        return true;
    }

    /// <summary>Digits at the beginning, few enough for a number; -1 for none.</summary>
    private static int NumberLength(ReadOnlySpan<byte> bytes)
    {
        int length = 0;
        while (length < bytes.Length && bytes[length] is >= (byte)'0' and <= (byte)'9')
            length++;
        return length is > 0 and <= 18 ? length : -1;
    }

    /// <summary>Up to the quote that ends the string; -1 where it does not end.</summary>
    private static int TextLength(ReadOnlySpan<byte> bytes)
    {
        for (int at = 0; at < bytes.Length; at++)
        {
            int next = bytes.Slice(at).IndexOfAny((byte)'"', (byte)'\\');
            if (next < 0)
                return -1;
            at += next;
            if (bytes[at] == (byte)'"')
                return at;
            at++; // the escaped character
        }
        return -1;
    }

    /// <summary>The quote behind it would be part of it.</summary>
    private static bool EndsInEscape(ReadOnlySpan<byte> text)
    {
        int slashes = 0;
        while (slashes < text.Length && text[text.Length - 1 - slashes] == (byte)'\\')
            slashes++;
        return slashes % 2 != 0;
    }
}
