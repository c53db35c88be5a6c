namespace AgentsMigration.Adapter.Tenancy;

/// <summary>What a v2 URL names: the collection, the object in it, and whether there is more behind that.</summary>
internal readonly record struct V2Path(string Resource, string? Id, bool HasMore)
{
    /// <summary>Null where the URL lies outside the target.</summary>
    public static V2Path? TryRead(Uri uri, V2Target target)
    {
        Uri[] bases = target is FoundryTarget foundry ? [target.ResourceBase, foundry.AgentsBase] : [target.ResourceBase];
        Uri? root = bases.FirstOrDefault(candidate => candidate.IsBaseOf(uri));
        if (root is null)
            return null;
        string[] segments = uri.AbsolutePath.Substring(root.AbsolutePath.Length).Split('/');
        string? id = segments.Length > 1 ? Uri.UnescapeDataString(segments[1]) : null;
        return new V2Path(segments[0], id, segments.Length > 2);
    }

    /// <summary>The one object that all of the call is about.</summary>
    public V2Object? Object => Id is { } id && V2Object.IsOwned(Resource) ? new V2Object(Resource, id) : null;
}
