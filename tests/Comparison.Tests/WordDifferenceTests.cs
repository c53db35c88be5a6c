using AgentsMigration.Comparison.Reporting.Html;

namespace AgentsMigration.Comparison.Tests;

/// <summary>What is marked in a bubble is what the other side does not have there, and never half a letter.</summary>
public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("Sales rose in every quarter.", "Sales rose quarter by quarter.", "Sales rose [in every] quarter.")]
    [InlineData("Sales rose quarter by quarter.", "Sales rose in every quarter.", "Sales rose [quarter by] quarter.")]
    [InlineData("one two", "one two three", "one two")]
    [InlineData("one two three", "one two", "one two[ three]")]
    [InlineData("", "anything", "")]
    [InlineData("snow ☃ and 📊!", "snow ☃ and 📈!", "snow ☃ and [📊]!")]
    [InlineData("{\"l\":\"القاهرة\"}", "{\"l\":\"الجيزة\"}", "{\"l\":\"[القاهرة]\"}")]
    public void Of_TwoTexts_MarksOwnWords(string text, string other, string marked) => Assert.Equal(
        marked, string.Concat(WordDifference.Of(text, other).Select(piece => piece.IsOwn ? $"[{piece.Piece}]" : piece.Piece)));

    [Fact]
    public void Of_LongTexts_KeepsEveryWord()
    {
        string text = string.Join(' ', Enumerable.Range(0, 20_000)), other = string.Join(' ', Enumerable.Range(0, 20_000).Reverse());
        Assert.Equal(text, string.Concat(WordDifference.Of(text, other).Select(piece => piece.Piece)));
    }
}
