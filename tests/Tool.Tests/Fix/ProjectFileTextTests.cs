using AgentsMigration.Tool.Fix;

namespace AgentsMigration.Tool.Tests.Fix;

public sealed class ProjectFileTextTests
{
    private const string Text = """
        <Project Sdk="Microsoft.NET.Sdk">
          <!-- Kept   as it is. -->
          <ItemGroup Condition="'$(X)' == ''">
            <PackageReference Include="Conditional" Version="1.0.0"/>
          </ItemGroup>
          <ItemGroup>
            <PackageReference Include="Azure.AI.Agents.Persistent"
                              Version="1.1.0" />
            <PackageReference Include="Azure.AI.Projects">
              <Version>1.0.0-beta.8</Version>
              <PrivateAssets>all</PrivateAssets>
            </PackageReference>
          </ItemGroup>
        </Project>
        """;

    [Fact]
    public void Add_GoesBesideTheLastWithoutACondition_Once()
    {
        ProjectFileText text = new(Text);

        text.Add("PackageReference", "New", "2.0.0");
        text.Add("PackageReference", "new", "3.0.0");

        Assert.Equal(
            Text.Replace(
                "    </PackageReference>\n",
                "    </PackageReference>\n    <PackageReference Include=\"New\" Version=\"2.0.0\" />\n",
                StringComparison.Ordinal),
            text.ToString());
    }

    [Fact]
    public void Remove_TakesAllLinesOfTheItem()
    {
        ProjectFileText text = new(Text);

        text.Remove("PackageReference", "Azure.AI.Agents.Persistent");
        text.Remove("PackageReference", "Azure.AI.Projects");
        text.Remove("PackageReference", "Not.There");

        Assert.EndsWith("  <ItemGroup>\n  </ItemGroup>\n</Project>", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("Kept   as it is", text.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SetVersion_OfAttributeAndOfElement()
    {
        ProjectFileText text = new(Text);

        text.SetVersion("PackageReference", "Azure.AI.Projects", "2.0.0");
        text.SetVersion("PackageReference", "Azure.AI.Agents.Persistent", "1.2.0");

        Assert.Equal(
            Text.Replace("1.0.0-beta.8", "2.0.0", StringComparison.Ordinal).Replace("1.1.0", "1.2.0", StringComparison.Ordinal), text.ToString());
    }

    [Fact]
    public void Add_WithoutAnyItem_MakesAGroup_AndKeepsLineEnds()
    {
        ProjectFileText text = new("<Project>\r\n  <PropertyGroup />\r\n</Project>\r\n");

        text.Add("PackageReference", "New", null);

        Assert.Equal(
            "<Project>\r\n  <PropertyGroup />\r\n  <ItemGroup>\r\n    <PackageReference Include=\"New\" />\r\n  </ItemGroup>\r\n</Project>\r\n",
            text.ToString());
    }

    [Fact]
    public void BrokenXml_IsLeftAlone()
    {
        ProjectFileText text = new("<Project");

        text.Add("PackageReference", "New", "1.0.0");
        text.Remove("PackageReference", "New");

        Assert.Equal("<Project", text.ToString());
    }
}
