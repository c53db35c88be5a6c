using AgentsMigration.Comparison.Recordings;
using AgentsMigration.Comparison.Transcripts;

namespace AgentsMigration.Comparison.Reporting.Html;

/// <summary>The traffic, once for each exchange that a bubble shows; a click puts a copy under the bubble.</summary>
internal static class WireTemplates
{
    private const int Shown = 6;
    private const int LongestBody = 60_000;

    public static void AddButton(Markup page, Transcript transcript, TranscriptEntry entry, string side)
    {
        int[] places = [.. Places(entry)];
        if (places.Length == 0)
            return;
        string ids = string.Join(' ', places.Select(place => $"wire-{side}-{place}"));
        string more = entry.Exchanges.Count > places.Length ? $" of {entry.Exchanges.Count}" : "";
        RecordedExchange first = transcript.Exchanges[places[0]];
        page.Add($"<button type=\"button\" class=\"wire\" data-wire=\"{ids}\" aria-expanded=\"false\" title=\"{first.Method} {first.Path}\">wire · {VerdictHeader.Count(places.Length, "call")}{more}</button>");
    }

    public static void Add(Markup page, Transcript transcript, string side)
    {
        foreach (int place in transcript.Entries.SelectMany(Places).Distinct().Order())
        {
            RecordedExchange exchange = transcript.Exchanges[place];
            page.Add($"<template id=\"wire-{side}-{place}\"><section class=\"exchange\"><h3>{exchange.ToString()} <span>{exchange.Status}</span></h3>");
            AddBody(page, "sent", Request(exchange));
            AddBody(page, "got", Response(exchange));
            page.AddOwn("</section></template>\n");
        }
    }

    /// <summary>The first and the last of a row of polls say all that there is to say.</summary>
    private static IEnumerable<int> Places(TranscriptEntry entry) => entry.Exchanges.Count <= Shown
        ? entry.Exchanges
        : entry.Exchanges.Take(Shown / 2).Concat(entry.Exchanges.TakeLast(Shown / 2));

    private static void AddBody(Markup page, string title, string body)
    {
        if (body.Length > 0)
            page.Add($"<h4>{title}</h4><pre>{(body.Length <= LongestBody ? body : $"{body[..LongestBody]}\n… {body.Length - LongestBody} more characters")}</pre>");
    }

    private static string Request(RecordedExchange exchange) => exchange.Form.Count > 0
        ? string.Join("\n", exchange.Form.Select(part => part.FileName is { } name ? $"{part.Name}: {name}, {part.Content.Length} bytes" : $"{part.Name}: {part.Text}"))
        : exchange.Request?.Indent() ?? "";

    private static string Response(RecordedExchange exchange) =>
        exchange.IsStream ? RecordedEvent.WriteStream(exchange.Events)
        : exchange.ResponseBytes is { } bytes ? $"{bytes.Length} bytes"
        : exchange.ResponseText ?? exchange.Response?.Indent() ?? "";
}
