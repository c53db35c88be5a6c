using System.Collections.Immutable;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Planning;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Support;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Units;
using AgentsMigration.Analyzers.CodeFixes.Rewriting.Verification;
using Microsoft.CodeAnalysis;

namespace AgentsMigration.Analyzers.CodeFixes.Rewriting;

/// <summary>In which projects the support files stand, under which namespace, and whether the rewritten projects compile.</summary>
internal sealed class SupportPlan
{
    private readonly Dictionary<ProjectId, string> _namespaces = [];
    private readonly Dictionary<ProjectId, Compilation> _compilations = [];
    private readonly Dictionary<ProjectId, ProjectId> _homes = [];
    private readonly NamespaceIndex _index = new();

    private readonly RewriteTable _table;

    private SupportPlan(RewriteTable table) => _table = table;

    public static async Task<SupportPlan> ReadAsync(
        Solution solution, RewriteTable table, ImmutableArray<MigrationUnit> units, CancellationToken cancellationToken)
    {
        SupportPlan plan = new(table);
        ProjectDependencyGraph graph = solution.GetProjectDependencyGraph();
        HashSet<ProjectId> changing = [.. units.SelectMany(unit => unit.Documents).Select(document => document.Document.Project.Id)];
        SharedSources shared = SharedSources.Of(solution);
        foreach (ProjectId id in graph.GetTopologicallySortedProjects(cancellationToken))
        {
            Project project = solution.GetProject(id)!;
            bool hasFiles = project.Documents.Any(document => document.Folders.Contains(OpenAISupport.Folder));
            if (!changing.Contains(id) && !hasFiles) continue;

            // A project that another one builds on gives its types to that one: they meet in signatures.
            ProjectId home = SharedSources.InOrder(solution, graph.GetProjectsThatThisProjectTransitivelyDependsOn(id))
                .FirstOrDefault(plan._homes.ContainsKey) ?? id;
            plan._homes[id] = plan._homes.TryGetValue(home, out ProjectId? further) ? further : home;
            if (await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation)
            {
                plan._namespaces[id] = home == id
                    ? NameOf(solution.GetProject(shared.FirstWithFilesOf(id))!, compilation)
                    : plan._namespaces[home];
                plan._compilations[id] = compilation;
                plan._index.Read(id, compilation);
            }
        }

        return plan;
    }

    public UnitFacts FactsOf(MigrationUnit unit) => new()
    {
        SupportNamespace = _namespaces[unit.Documents[0].Document.Project.Id],
        HasTypedConversations = unit.Documents.All(document =>
            OpenAISurface.Of(_compilations[document.Document.Project.Id]).HasTypedConversations),
    };

    public string? Problem(MigrationUnit unit) => unit.Documents
        .Select(document => document.Document.Project.Id).Distinct()
        .Select(id => _compilations.TryGetValue(id, out Compilation? compilation) ? _table.MissingFrom(compilation) : "no compilation")
        .FirstOrDefault(problem => problem is not null);

    public async Task<Solution> ApplyAsync(
        Solution solution, ImmutableArray<MigrationUnit> units, CancellationToken cancellationToken)
    {
        while (true)
        {
            Solution changed = solution;
            foreach (MigrationUnit unit in units)
            {
                if (unit.Reverted is not null) continue;

                changed = await UnitApplier.ApplyAsync(changed, unit, _index, cancellationToken).ConfigureAwait(false);
                if (unit.IsBlocked) continue;

                foreach (ProjectId id in unit.Documents.Select(document => document.Document.Project.Id).Distinct())
                    changed = UnitApplier.AddSupport(changed, _homes[id], _table.Support(_namespaces[id], _compilations[id]));
            }

            if (!_table.CompilesBesideSuccessor) return changed;
            if (!await CompileCheck.TakeBackAsync(solution, changed, units, cancellationToken).ConfigureAwait(false)) return changed;
        }
    }

    private static string NameOf(Project project, Compilation compilation)
    {
        string name = project.DefaultNamespace is { Length: > 0 } given ? given : project.AssemblyName;
        IEnumerable<string> parts = name.Split('.').Select(part => new string(
            [.. part.Select(c => char.IsLetterOrDigit(c) || c == '_' ? c : '_')]));
        name = string.Join(".", parts.Select(part => part.Length == 0 || char.IsDigit(part[0]) ? "_" + part : part));

        // A new namespace would hide a type of its name wherever that comes by a using directive.
        string first = name.Split('.')[0];
        bool isTaken = !compilation.GlobalNamespace.GetNamespaceMembers().Any(space => space.Name == first)
            && compilation.GetSymbolsWithName(first, SymbolFilter.Type).Any();
        return isTaken ? OpenAISupport.Folder : name;
    }
}
