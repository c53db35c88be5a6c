using System.Text.Json;

namespace AgentsMigration.Adapter.Streaming;

internal enum DeltaKind
{
    None,
    Text,
    Refusal,
    Code,
    Arguments,
}

/// <summary>
/// A piece of output, read out of its event without making an object of it: a stream is almost all of these. The piece
/// stays escaped as it came, which is how it goes out again.
/// </summary>
internal ref struct V2Delta
{
    public DeltaKind Kind;
    public long Sequence;
    public int ContentIndex;
    public ReadOnlySpan<byte> ItemId;
    public ReadOnlySpan<byte> Escaped;

    /// <summary>Where the text and the number stand in the event; 0 where they do not.</summary>
    public int TextStart;
    public int SequenceStart;
    public int SequenceEnd;

    /// <summary>False for every other event, and for one that is not as it should be.</summary>
    public static bool TryRead(ReadOnlySpan<byte> data, out V2Delta delta)
    {
        delta = default;
        V2Delta read = new() { Sequence = -1 };
        Utf8JsonReader reader = new(data);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            return false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                if ((read.Kind = KindOf(ref reader)) == DeltaKind.None)
                    return false;
            }
            else
            {
                ReadField(ref reader, ref read);
            }
        }
        delta = read;
        return read.Kind != DeltaKind.None && reader.TokenType == JsonTokenType.EndObject;
    }

    private static void ReadField(ref Utf8JsonReader reader, ref V2Delta delta)
    {
        if (reader.ValueTextEquals("delta"u8))
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.String)
            {
                delta.Escaped = reader.ValueSpan;
                delta.TextStart = (int)reader.TokenStartIndex + 1;
            }
        }
        else if (reader.ValueTextEquals("item_id"u8))
        {
            reader.Read();
            delta.ItemId = reader.TokenType == JsonTokenType.String ? reader.ValueSpan : default;
        }
        else if (reader.ValueTextEquals("sequence_number"u8))
        {
            reader.Read();
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long number))
                (delta.Sequence, delta.SequenceStart, delta.SequenceEnd) = (number, (int)reader.TokenStartIndex, (int)reader.BytesConsumed);
        }
        else if (reader.ValueTextEquals("content_index"u8))
        {
            reader.Read();
            delta.ContentIndex = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int index) ? index : 0;
        }
        else
        {
            reader.Read();
        }
        reader.Skip();
    }

    private static DeltaKind KindOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            return DeltaKind.None;
        return reader.ValueTextEquals("response.output_text.delta"u8) ? DeltaKind.Text
            : reader.ValueTextEquals("response.function_call_arguments.delta"u8) ? DeltaKind.Arguments
            : reader.ValueTextEquals("response.code_interpreter_call_code.delta"u8) ? DeltaKind.Code
            : reader.ValueTextEquals("response.refusal.delta"u8) ? DeltaKind.Refusal
            : DeltaKind.None;
    }
}
