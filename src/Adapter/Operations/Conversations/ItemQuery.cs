namespace AgentsMigration.Adapter.Operations.Conversations;

/// <summary>A page of a conversation's items.</summary>
/// <param name="Limit">At most so many.</param>
/// <param name="Ascending">Oldest first; otherwise newest first.</param>
/// <param name="After">Only what follows this item in the order asked for.</param>
/// <param name="WithImages">Whether images come with their URLs.</param>
internal sealed record ItemQuery(int Limit, bool Ascending, string? After = null, bool WithImages = false)
{
    public const string Images = "include[]=message.input_image.image_url";

    /// <summary>As a query, without a question mark.</summary>
    public override string ToString() =>
        $"limit={Limit}&order={(Ascending ? "asc" : "desc")}"
        + (After is null ? "" : $"&after={Uri.EscapeDataString(After)}")
        + (WithImages ? "&" + Images : "");
}

/// <summary>Where new items come from.</summary>
/// <param name="RunId">The run that brings them.</param>
/// <param name="Before">How many of its items were added before these.</param>
internal sealed record ItemOrigin(string RunId, int Before);
